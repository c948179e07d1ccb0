// Pages outside the theme take over the light or dark choice made on the rest of the site, else the device's.
(function () {
  "use strict";
  var root = document.documentElement, script = document.currentScript.src;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function chosen() {
    try {
      var scope = new URL("../", script).pathname;
      var palette = JSON.parse(localStorage.getItem(scope + ".__palette"));
      var media = palette && palette.color && palette.color.media;
      if (media && media !== "(prefers-color-scheme)") return palette.color.scheme;
    } catch (problem) { /* no storage: follow the device */ }
    return dark.matches ? "slate" : "default";
  }
  function apply() { root.setAttribute("data-md-color-scheme", chosen()); }
  apply();
  dark.addEventListener("change", apply);
})();
