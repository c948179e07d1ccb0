// The parts of a session as a list: before it starts, and from the plan while it runs, where each one can be gone to.
(function () {
  "use strict";
  var house = window.huddlekit, words = house.running.words, parts = house.parts, get = parts.get;

  function minutes(count) { return house.fill(words.plan.min, { count: count }); }
  function row(title, said, className) {
    var made = parts.make("li", "", className);
    made.appendChild(title);
    made.appendChild(parts.make("span", said));
    return made;
  }

  function course(segments) {
    get("start-course").replaceChildren.apply(get("start-course"), segments.map(function (segment) {
      return row(parts.make("span", segment.title, "course__title"), minutes(segment.minutes), "");
    }));
  }
  function outline(segments, here, flow, go) {
    get("outline").replaceChildren.apply(get("outline"), segments.map(function (segment, at) {
      var button = parts.make("button", segment.title, "course__title"), given = at > here ? flow.minutes[at - flow.at] : 0;
      var state = at === here ? "now" : at < here ? "past" : given ? "ahead" : "gone";
      button.type = "button";
      if (state === "now") button.setAttribute("aria-current", "step");
      button.addEventListener("click", function () { go(at); });
      return row(button, state === "ahead" ? minutes(given) : words.plan[state], "is-" + state);
    }));
  }

  house.outline = { course: course, draw: outline };
})();
