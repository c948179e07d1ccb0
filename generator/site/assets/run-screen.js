// The screen itself: all of it for the session where the browser allows, and kept awake while the clock runs.
(function () {
  "use strict";
  var house = window.huddlekit, words = house.running.words, lock = null, asked = false;

  function toggle() {
    var root = document.documentElement;
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(function () { /* the browser says no: nothing is lost */ });
  }
  function watch(buttons) {
    function name(button) { button.textContent = document.fullscreenElement ? words.buttons.window : words.buttons.screen; }
    buttons.forEach(function (button) {
      button.hidden = !document.fullscreenEnabled;
      button.addEventListener("click", toggle);
    });
    document.addEventListener("fullscreenchange", function () { buttons.forEach(name); });
  }

  function awake() {
    if (lock || asked || document.visibilityState !== "visible" || !navigator.wakeLock) return;
    asked = true;
    navigator.wakeLock.request("screen").then(function (given) {
      lock = given;
      asked = false;
      given.addEventListener("release", function () { lock = null; });
    }).catch(function () { asked = false; });
  }
  function asleep() { if (lock) lock.release().catch(function () { /* gone already */ }); }

  house.screen = { toggle: toggle, watch: watch, awake: awake, asleep: asleep };
})();
