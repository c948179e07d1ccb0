// Puts one prompt on the stage, as large as the screen allows; what is too long for large letters is read by scrolling.
(function () {
  "use strict";
  var house = window.huddlekit, make = house.parts.make, get = house.parts.get;
  var LARGEST = 132, SMALLEST = 21, SMALLEST_TO_READ = 19;
  // What is meant for the one who leads, and not for the room, does not shout.
  var ASIDE = ["do", "care"], LARGEST_ASIDE = 40;
  var SERIF = ["quote", "say", "ask", "read"];

  function add(parent, tag, text, className) {
    if (!text) return null;
    return parent.appendChild(make(tag, text, className));
  }
  function list(parent, lines, className) {
    var made = parent.appendChild(make("ul", "", className));
    lines.forEach(function (line) { made.appendChild(make("li", line)); });
  }

  // The words themselves: what is fitted to the screen.
  function body(prompt) {
    var kind = prompt.act || prompt.cue;
    var made = make(prompt.cue === "quote" ? "blockquote" : "div", "", "prompt prompt--" + kind + (SERIF.indexOf(kind) >= 0 ? " prompt--spoken" : ""));
    add(made, "p", prompt.over, "prompt__over");
    if (prompt.lines && prompt.lines.length > 1) list(made, prompt.lines, "prompt__lines");
    else if (prompt.paragraphs) prompt.paragraphs.forEach(function (part) { made.appendChild(make("p", part)); });
    else made.appendChild(make("p", prompt.text || prompt.lines[0]));
    return made;
  }

  function draw(prompt, words, backAt) {
    var stage = get("stage"), kind = prompt.act || prompt.cue;
    var head = make("p", "", "cue cue--" + kind);
    head.appendChild(make("b", words.cues[kind]));
    add(head, "span", prompt.label, "cue__label");
    add(head, "span", prompt.note, "cue__label");
    var made = [head, body(prompt)];
    if (prompt.by) made.push(make("p", prompt.by, "prompt__by"));
    if (backAt) made.push(make("p", backAt, "prompt__back"));
    if (prompt.hold && prompt.hold.length) {
      var hold = make("div", "", "hold");
      hold.appendChild(make("b", words.hold_to));
      list(hold, prompt.hold);
      made.push(hold);
    }
    stage.replaceChildren.apply(stage, made);
    stage.className = "stage stage--" + kind;
    stage.scrollTop = 0;
    fit(stage, prompt);
  }

  // The largest letters with which everything on the stage is seen at once.
  function fit(stage, prompt) {
    var low = prompt.cue === "read" ? SMALLEST_TO_READ : SMALLEST, most = ASIDE.indexOf(prompt.cue) >= 0 ? LARGEST_ASIDE : LARGEST, high = Math.min(most, Math.floor(stage.clientWidth / 5.5));
    stage.classList.remove("stage--long");
    function fits(size) {
      stage.style.setProperty("--size", size + "px");
      return stage.scrollHeight <= stage.clientHeight && stage.scrollWidth <= stage.clientWidth;
    }
    if (!fits(low)) {
      stage.classList.add("stage--long");
      stage.style.setProperty("--size", Math.min(26, Math.max(low, Math.round(stage.clientWidth / 40))) + "px");
      return;
    }
    while (high - low > 1) {
      var middle = Math.floor((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle;
    }
    fits(low);
  }

  function drawMore(blocks) {
    get("more-text").replaceChildren.apply(get("more-text"), blocks.map(function (block) {
      var made = make("div", "", "more__block");
      made.appendChild(make("h3", block.label));
      if (block.lines.length > 1) list(made, block.lines);
      else made.appendChild(make("p", block.lines[0]));
      return made;
    }));
  }

  // The whole session to scale: what was, where we are, what is to come.
  function drawBar(pieces) {
    var bar = get("bar");
    bar.replaceChildren.apply(bar, pieces.map(function (piece) {
      var made = make("span", "", "bar__piece bar__piece--" + piece.state);
      made.style.setProperty("--part", Math.max(0.15, piece.minutes));
      if (piece.state === "now") made.style.setProperty("--done", Math.round(piece.done * 1000) / 10 + "%");
      return made;
    }));
  }

  house.stage = { draw: draw, fit: fit, drawMore: drawMore, drawBar: drawBar };
})();
