// Keys and fingers. huddlekit.input(actions) calls them by name; while nothing runs, only those that need no session.
(function () {
  "use strict";
  var house = window.huddlekit, get = house.parts.get, SWIPE = 50;
  var KEYS = {
    ArrowRight: "forward", PageDown: "forward", ArrowLeft: "backward", PageUp: "backward", Home: "first", End: "last", "+": "extend", "=": "extend",
    s: "skip", w: "wrap", p: "pause", n: "notes", m: "more", o: "plan", f: "screen", "?": "keys"
  };
  var ALWAYS = ["screen", "keys"];

  function writing(target) { return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox"; }
  function calm() { return window.matchMedia("(prefers-reduced-motion: reduce)").matches; }

  function input(actions) {
    // Space reads on in a long text, then goes on to the next prompt; on a button it presses the button.
    function space(event) {
      var stage = get("stage");
      if (event.target.closest("button, a, input, label")) return;
      event.preventDefault();
      if (stage.scrollTop + stage.clientHeight >= stage.scrollHeight - 4) return actions.forward();
      stage.scrollBy({ top: stage.clientHeight * 0.8, behavior: calm() ? "auto" : "smooth" });
    }
    function pressed(event) {
      var key = event.key.length === 1 ? event.key.toLowerCase() : event.key, action = KEYS[key], runs = !get("running").hidden;
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      if (key === "Escape") return actions.escape();
      if (writing(event.target) || (!runs && ALWAYS.indexOf(action) < 0)) return;
      if (key === " ") return space(event);
      if (key === "Enter" && (event.target === get("stage") || event.target === document.body)) return actions.forward();
      if (!action) return;
      event.preventDefault();
      actions[action]();
    }

    var touch = null;
    function touched(event) { touch = event.touches.length === 1 ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null; }
    function swiped(event) {
      var end = event.changedTouches[0], across = touch ? end.clientX - touch.x : 0, down = touch ? end.clientY - touch.y : 0;
      touch = null;
      if (Math.abs(across) < SWIPE || Math.abs(across) < 1.5 * Math.abs(down)) return;
      actions[across < 0 ? "forward" : "backward"]();
    }

    document.addEventListener("keydown", pressed);
    get("stage").addEventListener("touchstart", touched, { passive: true });
    get("stage").addEventListener("touchend", swiped, { passive: true });
  }

  house.input = input;
})();
