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
  // From a file, and in some browsers, pages may not write to the clipboard: then an unseen field is copied from.
  function copyOldWay(words) {
    var field = document.createElement("textarea");
    field.value = words;
    field.setAttribute("readonly", "");
    field.className = "hidden";
    document.body.appendChild(field);
    field.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (problem) { done = false; }
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }
  function copy(words, done) {
    var modern = navigator.clipboard && window.isSecureContext;
    var first = modern ? navigator.clipboard.writeText(words) : copyOldWay(words);
    return first.catch(function () { return copyOldWay(words); }).then(
      function () { tell(done); },
      function () { tell(box.dataset.refused); }
    );
  }
  function share() {
    if (!navigator.share) return copy(address, box.dataset.linked);
    return navigator.share({ title: box.dataset.title, url: address }).catch(function (problem) {
      if (problem.name !== "AbortError") return copy(address, box.dataset.linked);
    });
  }
  // The class decides what the print style shows; without it the whole page prints.
  function card() {
    root.classList.add("print-card");
    window.addEventListener("afterprint", function () { root.classList.remove("print-card"); }, { once: true });
    window.print();
  }
  var does = {
    copy: function () { copy(text.textContent.trim(), box.dataset.copied); },
    share: share,
    card: card
  };
  box.querySelectorAll("[data-do]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", does[button.dataset.do]);
  });
})();
