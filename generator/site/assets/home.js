// A huddle for today's meeting, and another one for who asks. Needs today.js before it.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, box = document.getElementById("hk-today"), another = box.querySelector(".hk-today__next"), further = 0;

  function part(name) { return box.querySelector("[data-today=" + name + "]"); }
  function show() {
    var huddle = huddlekit.huddleOf(new Date(), further);
    ["minutes", "title", "promise", "question"].forEach(function (name) { part(name).textContent = huddle[name]; });
    part("question").parentNode.hidden = !huddle.question;
    part("title").href = part("open").href = huddle.page;
    part("run").href = huddle.run;
    part("run").hidden = false; // Leading a talk from the screen takes scripts, so without them there is no such button.
  }
  another.hidden = huddlekit.today.huddles.length < 2;
  another.addEventListener("click", function () { further += 1; show(); });
  show();
})();
