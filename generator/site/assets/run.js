// Leads through a session, one prompt at a time. What it shows, counts and keeps is the work of the scripts before it.
(function () {
  "use strict";
  var house = window.huddlekit, words = house.running.words, fill = house.fill, parts = house.parts, get = parts.get;
  var MINUTE = 60000, TICK = 500;
  var wanted = house.wanted(), plan = wanted.plan, store, session, pad, clock, cues = [], drawn = "";

  function all(selector, action) { Array.from(document.querySelectorAll(selector)).forEach(action); }
  function view(name) { ["choose", "start", "running", "end"].forEach(function (each) { get(each).hidden = each !== name; }); }
  function keep() { store.write(session.state); }
  function segment() { return plan.segments[session.here().at]; }
  function days() { return (house.running.follow_ups[plan.kit] || {}).days || 0; }

  // The plan as it has come about so far, in prompts: a part that got other minutes says so.
  function learn() {
    cues = house.cues(session.actual(), {
      entries: house.library.entries, words: house.tables.words, promises: house.tables.promises, print: house.running.print,
      people: plan.group, days: days()
    });
  }
  function part() { return cues[session.here().at]; }
  function place() { return Math.max(0, Math.min(session.state.prompt, part().prompts.length - 1)); }
  function prompt() { return part().prompts[place()]; }
  function following() { return part().prompts[place() + 1]; }
  function atTheEnd() { return !following() && session.ahead(Date.now()).minutes.every(function (each) { return !each; }); }

  // On a call, the first prompt of a part says how it goes on a screen.
  function shown() {
    var cue = prompt(), remote = part().remote;
    return session.state.call && remote && !place() ? Object.assign({}, cue, { by: [cue.by, remote].filter(Boolean).join(" ") }) : cue;
  }
  function behind(cue) {
    var here = part(), blocks = cue.more.slice();
    function add(label, lines) { if (lines.length && lines[0]) blocks.push({ label: label, lines: lines }); }
    if (session.state.call) add(words.on_call, [here.remote]);
    if (cue.cue !== "do") add(words.more_do, here.do);
    add(words.more_large, [here.large]);
    add(words.more_purpose, [here.purpose]);
    return blocks;
  }
  function backAt() {
    var here = session.here(), ends = session.state.started + session.state.paused + here.from + here.minutes * MINUTE;
    return segment().kind === "break" ? fill(words.back_at, { time: parts.timeOfDay(ends) }) : "";
  }

  function refit() { if (session && session.running()) house.stage.fit(get("stage"), prompt()); }
  function tick() {
    if (!get("start").hidden) drawEnding();
    if (session.running() && clock.draw(Date.now(), prompt(), following())) refit();
  }
  function open(id, button, opened) {
    get(id).hidden = !opened;
    get(button).setAttribute("aria-expanded", String(opened));
  }
  function more(opened) {
    open("more", "act-more", opened);
    get("act-more").textContent = opened ? words.buttons.less : words.buttons.more;
    refit();
  }

  function drawHead() {
    get("session-title").textContent = plan.title;
    get("part-title").textContent = part().title;
    get("part-method").textContent = part().method;
    get("place").textContent = fill(words.top.place, { number: session.here().at + 1, count: plan.segments.length });
  }
  function drawFoot() {
    get("bridge").textContent = !following() && part().bridge ? fill(words.to_say, { line: part().bridge }) : "";
    get("bridge").hidden = !get("bridge").textContent;
    get("next").textContent = atTheEnd() ? words.buttons.finish : words.buttons.next + " →";
    get("back").disabled = !session.canGoBack();
    get("wrap").disabled = !session.canWrap();
    get("pause").textContent = session.state.stopped ? words.buttons.resume : words.buttons.pause;
  }
  function draw() {
    if (session.state.done) return drawEnd();
    learn();
    view("running");
    var name = [session.here().at, session.state.marks.length, place()].join(" "), moved = name !== drawn;
    if (moved) more(false);
    if (drawn.split(" ")[0] !== name.split(" ")[0]) pad.drawPad(session.here().at);
    drawn = name;
    drawHead();
    drawFoot();
    house.stage.drawMore(behind(prompt()));
    clock.draw(Date.now(), prompt(), following());
    house.stage.draw(shown(), words, backAt());
    keep();
    house.screen.awake();
  }
  function drawEnd() {
    var spent = Math.max(1, Math.round(session.elapsed(Date.now()) / MINUTE)), after = house.running.follow_ups[plan.kit], link = get("end-next").querySelector("a");
    view("end");
    get("end-plan").textContent = plan.title;
    get("end-took").textContent = parts.plural(words.end.took, spent, { time: parts.timeOfDay(session.state.done) });
    get("end-next").hidden = !after;
    if (after) {
      get("end-next").querySelector("span").textContent = parts.plural(words.end.next, after.days, { date: parts.dayOf(session.state.done + after.days * 24 * 60 * MINUTE) });
      link.textContent = after.title;
      link.href = after.page;
    }
    get("used").hidden = !(house.keep && house.keep.markUsed);
    pad.drawEnd();
    window.scrollTo(0, 0);
    keep();
    house.screen.asleep();
  }
  function drawStart() {
    view("start");
    get("start-title").textContent = plan.title;
    get("start-promise").textContent = plan.promise;
    get("start-facts").textContent = fill(words.start.facts, {
      minutes: house.counted(house.tables.words.minutes, session.total), people: house.counted(house.tables.words.people, plan.group)
    });
    house.outline.course(plan.segments);
    drawEnding();
  }
  function drawEnding() { get("start-ends").textContent = fill(words.start.ends, { time: parts.timeOfDay(Date.now() + session.total * MINUTE) }); }

  // After every move the words have the focus, so that they are read out and Space goes on from there.
  function moved() {
    draw();
    get(session.state.done ? "end-title" : "stage").focus({ preventScroll: true });
  }
  function entered() {
    moved();
    if (session.state.done) return;
    var values = { number: session.here().at + 1, parts: plan.segments.length, title: segment().title };
    parts.tell(parts.plural(words.live, session.here().minutes, values));
  }
  function to(number) { session.show(number, Date.now()); moved(); }

  var actions = {
    forward: function () {
      if (following()) return to(place() + 1);
      session.next(Date.now());
      entered();
    },
    backward: function () {
      if (place()) return to(place() - 1);
      if (!session.canGoBack()) return;
      session.back(Date.now());
      learn();
      session.show(part().prompts.length - 1, Date.now());
      entered();
    },
    first: function () { to(0); },
    last: function () { to(part().prompts.length - 1); },
    extend: function () { session.extend(); clock.rearm(Date.now()); draw(); },
    skip: function () { session.next(Date.now()); entered(); },
    wrap: function () { if (session.canWrap()) { session.wrap(Date.now()); entered(); } },
    pause: function () { session[session.state.stopped ? "resume" : "pause"](Date.now()); draw(); },
    more: function () { more(get("more").hidden); },
    notes: notes,
    plan: function () { house.outline.draw(plan.segments, session.here().at, session.ahead(Date.now()), go); show("plan"); },
    keys: function () { show("keys"); },
    screen: house.screen.toggle,
    escape: function () {
      if (get("running").hidden) return;
      if (!get("pad").hidden) notes();
      else if (!get("more").hidden) more(false);
    }
  };
  function notes() {
    var opened = get("pad").hidden;
    open("pad", "act-notes", opened);
    if (opened) pad.focus(segment().kind === "actions");
    else get("act-notes").focus();
    refit();
  }
  // From the end back to the last prompt, with the pad open at what each will do.
  function write() {
    actions.backward();
    open("pad", "act-notes", true);
    pad.focus(true);
    refit();
  }
  function show(name) {
    all("dialog[open]", function (dialog) { dialog.close(); });
    get(name).showModal();
  }
  function go(at) {
    get("plan").close();
    if (at === session.here().at) return;
    session.jump(at, Date.now(), session.state.wrapped);
    entered();
  }
  function begin() { session.begin(Date.now()); entered(); }
  function call(event) {
    session.state.call = event.target.checked;
    all(".act-call", function (box) { box.checked = session.state.call; });
    keep();
    if (session.running()) draw();
  }

  // Entries that people met: those of the parts that were reached, stories of a set one by one.
  function met() {
    var actual = session.actual().segments, ids = [];
    session.state.marks.forEach(function (mark) {
      actual[mark.at].items.forEach(function (id) { ids = ids.concat(id, house.library.entries[id].stories || []); });
    });
    return ids.filter(function (id, place) { return ids.indexOf(id) === place; });
  }
  function markUsed() {
    house.keep.markUsed(met(), parts.isoDay(session.state.done), { title: plan.title, page: wanted.page, address: "run.html?" + wanted.address });
    get("mark").textContent = words.end.marked;
    get("mark").disabled = true;
  }

  function wire() {
    var buttons = {
      begin: begin, again: begin, next: actions.forward, back: actions.backward, "end-back": actions.backward, pause: actions.pause, extend: actions.extend,
      skip: actions.skip, wrap: actions.wrap, "act-more": actions.more, "act-plan": actions.plan, mark: markUsed, write: write
    };
    Object.keys(buttons).forEach(function (id) { get(id).addEventListener("click", buttons[id]); });
    all(".act-notes", function (button) { button.addEventListener("click", notes); });
    all(".act-keys", function (button) { button.addEventListener("click", actions.keys); });
    all(".act-close", function (button) { button.addEventListener("click", function () { button.closest("dialog").close(); }); });
    all(".way-back", function (link) { link.href = wanted.page || "compose.html?" + wanted.address; });
    if (!wanted.page) all(".way-back[data-composed]", function (link) { link.textContent = link.dataset.composed; });
    all(".act-call", function (box) { box.checked = session.state.call; box.addEventListener("change", call); });
    house.screen.watch(Array.from(document.querySelectorAll(".act-screen")));
    house.input(actions);
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "visible" && session.running()) { house.screen.awake(); tick(); }
    });
    window.addEventListener("resize", refit);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(refit);
    setInterval(tick, TICK);
  }

  if (!plan) {
    view("choose");
    house.choose(wanted.problem, Date.now());
    return;
  }
  document.title = fill(words.page_title, { title: plan.title, page: document.title });
  store = parts.storeOf(wanted.address);
  session = house.session(plan, store.read());
  pad = house.notes(session, plan, keep);
  clock = house.sessionClock(session, plan);
  session.settle(Date.now());
  wire();
  if (session.state.started) draw();
  else drawStart();
})();
