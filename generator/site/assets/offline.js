// Lets the browser keep the pages that were visited, so that a phone without a network can open them again.
(function () {
  "use strict";
  var worker = new URL("../sw.js", document.currentScript.src).href, CALM = 3000;
  if (!/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;
  function register() {
    if (!navigator.onLine) return window.addEventListener("online", register, { once: true });
    return navigator.serviceWorker.register(worker).catch(function () { /* not allowed here */ });
  }
  // What it keeps comes after what is on the screen: a slow line is left to the page first.
  window.addEventListener("load", function () { setTimeout(register, CALM); });
})();
