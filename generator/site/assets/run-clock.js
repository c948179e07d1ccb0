// What the clock shows: the time left, the end, the bar to scale, what comes next and what changed to end in time.
//
// huddlekit.sessionClock(session, plan).draw(now, prompt, following) is told which prompt stands on the stage and which follows.
(function () {
  "use strict";
  var house = window.huddlekit, words = house.running.words, fill = house.fill, parts = house.parts, get = parts.get, MINUTE = 60000;

  function clock(session, plan) {
    var warned = -1;

    function warn() {
      if (warned === session.state.marks.length) return;
      warned = session.state.marks.length;
      parts.tell(words.top.one_minute);
      if (navigator.vibrate) navigator.vibrate(200);
    }
    // After a minute or two were added, the last one may be announced once more.
    function rearm(now) { if (session.left(now) > MINUTE) warned = -1; }

    function drawLeft(now) {
      var left = session.left(now), over = left < 0, stopped = Boolean(session.state.stopped), frame = get("running").classList;
      var soon = !over && left <= MINUTE && session.here().minutes > 1;
      get("clock").textContent = over ? "+" + parts.minutesAndSeconds(left) : parts.minutesAndSeconds(left);
      get("clock-word").textContent = stopped ? words.top.paused : over ? words.top.over : soon ? words.top.one_minute : "";
      frame.toggle("is-soon", soon && !stopped);
      frame.toggle("is-over", over && !stopped);
      frame.toggle("is-paused", stopped);
      if (soon && !stopped) warn();
    }
    function drawEnds(now) {
      var ends = session.ends(now), time = parts.timeOfDay(ends.time);
      get("ends").textContent = ends.late ? parts.plural(words.top.late, ends.late, { time: time })
        : ends.spare ? parts.plural(words.top.early, ends.spare, { time: time }) : fill(words.top.ends, { time: time });
    }
    function drawBar(now) {
      var marks = session.state.marks, here = session.here(), used = (session.elapsed(now) - here.from) / MINUTE, whole = Math.max(here.minutes, used);
      var pieces = marks.slice(0, -1).map(function (mark, row) { return { state: "past", minutes: (marks[row + 1].from - mark.from) / MINUTE }; });
      pieces = pieces.filter(function (piece) { return piece.minutes > 0.05; });
      pieces.push({ state: "now", minutes: whole, done: used / whole });
      session.ahead(now).minutes.forEach(function (minutes) { if (minutes) pieces.push({ state: "ahead", minutes: minutes }); });
      house.stage.drawBar(pieces);
    }
    function drawStep(now, prompt) {
      var left = (prompt.minutes || 0) * MINUTE - (session.elapsed(now) - session.state.since);
      get("stepping").hidden = prompt.cue !== "step";
      if (prompt.cue !== "step") return;
      get("stepping").textContent = left > 0 ? parts.plural(words.step_left, prompt.minutes, { left: parts.minutesAndSeconds(left) })
        : parts.plural(words.step_over, prompt.minutes, {});
    }

    function preview(prompt) {
      var text = prompt.cue === "read" ? prompt.label : prompt.text || prompt.lines[0];
      return fill(words.prompt, { cue: words.cues[prompt.act || prompt.cue], text: text });
    }
    function coming(now, following) {
      if (following) return fill(words.next, { what: preview(following) });
      var flow = session.ahead(now), rows = flow.minutes.map(function (minutes, row) { return minutes ? row : -1; }).filter(function (row) { return row >= 0; });
      if (!rows.length) return words.next_end;
      return parts.plural(rows.length > 1 ? words.next_part : words.next_last, flow.minutes[rows[0]], { title: plan.segments[flow.at + rows[0]].title });
    }
    // Only what became less is worth a word, and free minutes that are gone are not.
    function changed(now) {
      var flow = session.ahead(now), said = [];
      flow.minutes.forEach(function (minutes, row) {
        var segment = plan.segments[flow.at + row];
        if (minutes >= segment.minutes || segment.kind === "slack") return;
        said.push(fill(words.change[minutes ? "shorter" : "gone"], { title: segment.title, minutes: minutes }));
      });
      return said.length ? fill(words.changed, { changes: said.join(", ") }) : "";
    }
    // Says whether the room for the prompt has changed.
    function draw(now, prompt, following) {
      var before = get("changed").textContent, after = changed(now);
      drawLeft(now);
      drawEnds(now);
      drawBar(now);
      drawStep(now, prompt);
      get("coming").textContent = coming(now, following);
      get("changed").textContent = after;
      get("changed").hidden = !after;
      return before !== after;
    }

    return { draw: draw, rearm: rearm };
  }

  house.sessionClock = clock;
})();
