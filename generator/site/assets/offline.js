// Lets the browser keep the pages that were visited, so that a phone without a network can open them again.
(function () {
  "use strict";
  var worker = new URL("../sw.js", document.currentScript.src).href;
  if (!/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;
  window.addEventListener("load", function () { navigator.serviceWorker.register(worker).catch(function () { /* not allowed here */ }); });
})();
