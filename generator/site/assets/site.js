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
      window.huddlekit.copy(text.textContent.trim()).then(function () {
        button.textContent = box.dataset.copied;
        setTimeout(function () { button.textContent = box.dataset.copy; }, 2000);
      });
    });
    box.appendChild(button);
  }
  document.querySelectorAll(".hk-chat").forEach(offer);
})();
