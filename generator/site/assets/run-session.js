// Where a session is: the clock, the part and the prompt, what was skipped. It knows no page; `now` is always handed in.
//
// huddlekit.session(plan, kept) goes on from `kept` (plain data, from an earlier visit) or begins anew; `state` is what to keep.
(function () {
  "use strict";
  var MINUTE = 60000, FORGOTTEN = 180;

  function fresh() {
    return { started: 0, paused: 0, stopped: 0, marks: [], prompt: 0, since: 0, wrapped: false, done: 0, call: false, notes: {}, actions: [] };
  }

  function session(plan, kept) {
    var state = Object.assign(fresh(), kept || {}), segments = plan.segments;
    var total = segments.reduce(function (sum, each) { return sum + each.minutes; }, 0);

    function here() { return state.marks[state.marks.length - 1]; }
    function running() { return Boolean(state.started && !state.done); }
    // Milliseconds of the session so far; a clock that stands still adds none.
    function elapsed(now) { return (state.done || state.stopped || now) - state.started - state.paused; }
    function left(now) { return here().from + here().minutes * MINUTE - elapsed(now); }

    function from(at, spent, wrap) { return huddlekit.reflow(segments, at, spent / MINUTE, wrap); }
    // What the parts ahead get if this one ends on time, or now where its time is over.
    function ahead(now) {
      var at = here().at + 1, flow = from(at, Math.max(elapsed(now), here().from + here().minutes * MINUTE), state.wrapped);
      return Object.assign(flow, { at: at });
    }
    function ends(now) {
      var flow = ahead(now), standing = state.stopped ? now - state.stopped : 0;
      return { time: state.started + state.paused + standing + (total + flow.late - flow.spare) * MINUTE, late: flow.late, spare: flow.spare };
    }

    function enter(at, minutes, kept, now) {
      state.marks.push({ at: at, from: elapsed(now), minutes: minutes, kept: kept });
      state.prompt = 0;
      state.since = elapsed(now);
    }
    function begin(now) {
      Object.assign(state, fresh(), { call: state.call, notes: state.notes, actions: state.actions, started: now });
      var flow = from(0, 0, false);
      enter(0, flow.minutes[0], flow.kept[0], now);
    }
    // To a part chosen by hand, even one that had been left out: it then gets its least.
    function jump(at, now, wrap) {
      var flow = from(at, elapsed(now), wrap), segment = segments[at];
      resume(now);
      enter(at, flow.minutes[0] || Math.max(1, segment.bounds[0]), flow.kept[0] || segment.items.length, now);
    }
    // The next part there is time for; without one the session is over.
    function next(now) {
      resume(now);
      var at = here().at + 1, flow = from(at, elapsed(now), state.wrapped);
      for (var row = 0; row < flow.minutes.length; row += 1) {
        if (flow.minutes[row]) return enter(at + row, flow.minutes[row], flow.kept[row], now);
      }
      state.done = now;
    }
    function last(kinds) {
      for (var at = segments.length - 1; at >= 0; at -= 1) if (kinds(segments[at])) return at;
      return -1;
    }
    // Where wrapping up leads: the action round, else the last question on what to do, else the close.
    function goal() {
      var first = segments.map(function (each) { return each.kind; }).indexOf("actions");
      if (first >= 0) return first;
      var act = last(function (each) { return each.role === "act"; });
      return act >= 0 ? act : Math.max(0, last(function (each) { return each.kind === "close"; }));
    }
    function canWrap() { return running() && here().at < goal(); }
    function wrap(now) {
      if (!canWrap()) return;
      state.wrapped = true;
      jump(goal(), now, true);
    }
    function canGoBack() { return state.marks.length > 1 || state.prompt > 0; }
    // Back into the part before, whose clock has been running all the time.
    function back(now) {
      if (state.done) { state.paused += now - state.done; state.done = 0; return; }
      if (state.marks.length < 2) return;
      state.marks.pop();
      state.wrapped = state.wrapped && here().at >= goal();
      state.since = elapsed(now);
    }
    function show(prompt, now) { state.prompt = prompt; state.since = elapsed(now); }
    function extend() { here().minutes += 2; }
    function pause(now) { if (running() && !state.stopped) state.stopped = now; }
    function resume(now) {
      if (!state.stopped) return;
      state.paused += now - state.stopped;
      state.stopped = 0;
    }

    // The plan as it has come about: minutes and entries of the parts that were reached, the rest as it was made.
    function actual() {
      var changed = segments.slice();
      state.marks.forEach(function (mark) {
        var segment = segments[mark.at], items = segment.items.slice(0, mark.kept), shares = segment.item_minutes.slice(0, mark.kept);
        if (items.length === 1) shares = [Math.max(1, shares[0] + mark.minutes - segment.minutes)];
        changed[mark.at] = Object.assign({}, segment, { minutes: mark.minutes, items: items, item_minutes: shares });
      });
      return Object.assign({}, plan, { segments: changed });
    }
    // Nobody comes back to a session this long after its end: it is over, and its notes are still worth showing.
    function settle(now) {
      if (running() && elapsed(now) > (total + FORGOTTEN) * MINUTE) state.done = state.started + state.paused + total * MINUTE;
    }

    return {
      state: state, total: total, here: here, running: running, elapsed: elapsed, left: left, ahead: ahead, ends: ends, begin: begin,
      jump: jump, next: next, wrap: wrap, canWrap: canWrap, back: back, canGoBack: canGoBack, show: show, extend: extend,
      pause: pause, resume: resume, actual: actual, settle: settle
    };
  }

  (window.huddlekit = window.huddlekit || {}).session = session;
})();
