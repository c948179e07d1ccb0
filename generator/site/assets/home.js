// A huddle for today's meeting: another one each day of the year, by the reader's own clock. Needs data/today.js before it.
(function () {
  "use strict";
  var today = window.huddlekit.today, box = document.getElementById("hk-today");
  var another = box.querySelector(".hk-today__next"), number = dayOfYear(new Date());

  function dayOfYear(now) {
    return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(now.getFullYear(), 0, 0)) / 86400000);
  }
  function part(name) { return box.querySelector("[data-today=" + name + "]"); }
  function show() {
    var huddle = today.huddles[number % today.huddles.length];
    ["minutes", "title", "promise", "question"].forEach(function (name) { part(name).textContent = huddle[name]; });
    part("question").parentNode.hidden = !huddle.question;
    part("title").href = part("open").href = huddle.page;
    part("run").href = huddle.run;
    part("run").hidden = false; // Leading a talk from the screen takes scripts, so without them there is no such button.
  }
  another.hidden = today.huddles.length < 2;
  another.addEventListener("click", function () { number += 1; show(); });
  show();
})();
