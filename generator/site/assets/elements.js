// Elements of a page, made and put together. Text is text.
(function () {
  "use strict";
  var huddlekit = (window.huddlekit = window.huddlekit || {});

  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  function add(parent) {
    Array.prototype.slice.call(arguments, 1).forEach(function (child) { if (child) parent.appendChild(child); });
    return parent;
  }
  huddlekit.elements = { make: make, add: add };
})();
