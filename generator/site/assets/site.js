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

// A table that is wider than the window is pushed sideways: then it can be reached and moved by keyboard, too.
(function () {
  "use strict";
  const headings = Array.from(document.querySelectorAll(".md-content :is(h1, h2, h3)"));
  function above(table) {
    const before = headings.filter((heading) => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING);
    const last = before.length ? before[before.length - 1].cloneNode(true) : null;
    if (last) last.querySelectorAll(".headerlink").forEach((link) => link.remove());
    return last ? last.textContent.trim() : "";
  }
  function reach(table) {
    const frame = table.closest(".md-typeset__scrollwrap");
    if (!frame) return;
    const wide = frame.scrollWidth > frame.clientWidth;
    frame.toggleAttribute("tabindex", wide);
    if (wide) {
      frame.tabIndex = 0;
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", above(table));
    } else ["role", "aria-label"].forEach((name) => frame.removeAttribute(name));
  }
  const tables = document.querySelectorAll(".md-content table:not([class])");
  const watch = new ResizeObserver(() => tables.forEach(reach));
  if (tables.length) [document.documentElement, ...tables].forEach((each) => watch.observe(each));
  window.addEventListener("load", () => tables.forEach(reach));
})();
