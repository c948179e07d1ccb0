// What a page of an entry offers to take along: copy its words, share its address, print it as a card.
(function () {
  "use strict";
  var box = document.querySelector(".take");
  if (!box) return;
  var said = box.querySelector("[role=status]"), text = box.querySelector(".take__text");
  var address = box.dataset.address || location.href.split("#")[0], root = document.documentElement;

  function tell(words) {
    said.textContent = "";
    setTimeout(function () { said.textContent = words; }, 50); // a screen reader speaks again only of what is new
  }
  function refused() { tell(box.dataset.refused); }
  function copy() {
    window.huddlekit.copy(text.textContent.trim()).then(function () { tell(box.dataset.copied); }, refused);
  }
  function share() {
    window.huddlekit.share(box.dataset.title, address).then(function (copied) { if (copied) tell(box.dataset.linked); }, refused);
  }
  // The class decides what the print style shows; without it the whole page prints.
  function card() {
    root.classList.add("print-card");
    window.addEventListener("afterprint", function () { root.classList.remove("print-card"); }, { once: true });
    window.print();
  }
  var does = { copy: copy, share: share, card: card };
  box.querySelectorAll("[data-do]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", does[button.dataset.do]);
  });
})();
