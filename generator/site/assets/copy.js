// Words go to the clipboard, addresses to whoever they are shared with. Both answer with a promise that fails when refused.
(function () {
  "use strict";
  var huddlekit = (window.huddlekit = window.huddlekit || {});

  // From a file, and in some browsers, pages may not write to the clipboard: then an unseen field is copied from.
  function byHand(text) {
    var field = document.createElement("textarea"), before = document.activeElement, done = false;
    field.value = text;
    field.readOnly = true;
    field.style.cssText = "position:fixed;opacity:0";
    document.body.appendChild(field);
    field.select();
    try { done = document.execCommand("copy"); } catch (problem) { done = false; }
    field.remove();
    if (before && before.focus) before.focus({ preventScroll: true });
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }
  huddlekit.copy = function (text) {
    if (!navigator.clipboard || !window.isSecureContext) return byHand(text);
    return navigator.clipboard.writeText(text).catch(function () { return byHand(text); });
  };
  // True when the address was copied because nothing else could be done with it; a change of mind is no refusal.
  huddlekit.share = function (title, address) {
    function copied() { return huddlekit.copy(address).then(function () { return true; }); }
    if (!navigator.share) return copied();
    return navigator.share({ title: title, url: address }).then(function () { return false; }, function (problem) {
      return problem.name === "AbortError" ? false : copied();
    });
  };
})();
