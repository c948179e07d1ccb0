// A copy button on every text that is made to be copied.
(function () {
  "use strict";
  function offer(box) {
    var text = box.querySelector("pre");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "md-button hk-copy";
    button.textContent = box.dataset.copy;
    button.addEventListener("click", function () {
      copy(text).then(function () {
        button.textContent = box.dataset.copied;
        setTimeout(function () { button.textContent = box.dataset.copy; }, 2000);
      });
    });
    box.appendChild(button);
  }
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text.textContent.trim());
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    document.execCommand("copy");
    return Promise.resolve();
  }
  document.querySelectorAll(".hk-chat").forEach(offer);
})();
