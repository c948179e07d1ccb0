// Shows a composed session: a bar to scale, and a block for each segment with its entries and what can be done to them.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const say = (key, values) => huddlekit.say(`composer.${key}`, values);
  const ICONS = {
    previous: "M15 18l-6-6 6-6", next: "M9 18l6-6-6-6",
    shuffle: "M3 12a9 9 0 0 1 15-6.7L21 8M21 3v5h-5M21 12a9 9 0 0 1-15 6.7L3 16M3 21v-5h5",
    lock: "M7 11V7a5 5 0 0 1 10 0v4M5 11h14v10H5z", open: "M7 11V7a5 5 0 0 1 9.9-1M5 11h14v10H5z",
  };

  function make(tag, about, ...parts) {
    const made = document.createElement(tag);
    Object.entries(about || {}).forEach(([name, value]) => {
      if (name === "text") made.textContent = value;
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== undefined) made.setAttribute(name, value);
    });
    made.append(...parts.flat().filter(Boolean));
    return made;
  }
  function icon(name) {
    const space = "http://www.w3.org/2000/svg", drawn = document.createElementNS(space, "svg"), line = document.createElementNS(space, "path");
    Object.entries({ viewBox: "0 0 24 24", width: 18, height: 18, "aria-hidden": "true", class: "hk-icon" }).forEach(([key, value]) => drawn.setAttribute(key, value));
    line.setAttribute("d", ICONS[name]);
    drawn.append(line);
    return drawn;
  }
  const list = (name, lines, tag = "ul") => (lines && lines.length ? [make("h4", { text: name }), make(tag, {}, lines.map((line) => make("li", { text: line })))] : []);

  // What an entry holds beside its first words; the steps of an activity stand among what is said and done.
  const FULL = {
    quotes: (entry) => list(say("ask"), entry.ask),
    questions: (entry) => [...list(say("follow_ups"), entry.follow_ups), ...list(say("listen_for"), entry.listen_for && [entry.listen_for])],
    stories: (entry) => entry.text.split(/\n\s*\n/).map((text) => make("p", { text })),
    activities: () => [],
  };

  const name = (entry, internal) => entry.title || entry.shown || (internal && entry.ask_internal) || entry.ask;
  function words(entry, internal) {
    if (entry.kind === "quotes") return [make("blockquote", {}, make("p", { text: `“${entry.shown}”` }), make("footer", { text: `— ${entry.person}` }))];
    if (entry.kind === "questions") {
      const changed = internal && entry.ask_internal;
      return [make("p", { class: "hk-item__ask", text: name(entry, internal) }), changed && make("p", { class: "hk-item__note", text: say("internal") })];
    }
    const told = entry.kind === "stories" ? say("reads", { count: Math.ceil(entry.seconds / 60) }) : entry.purpose;
    return [make("p", { class: "hk-item__ask", text: entry.title }), make("p", { class: "hk-item__note", text: told })];
  }

  // act: {previous, next, shuffle, lock}, each called with the number of the place.
  function tools(place, title, act) {
    const { number, at, count, locked } = place, alone = count < 2;
    const button = (name, drawn, text, pressed) => {
      const made = make("button", { type: "button", "data-key": `${name}-${number}`, "aria-pressed": pressed, disabled: alone && name !== "lock" }, icon(drawn), make("span", { text }));
      made.addEventListener("click", () => act[name](number));
      return made;
    };
    return make("div", { class: "hk-tools", role: "group", "aria-label": say("place", { title, number }) },
      button("previous", "previous", say("previous")),
      alone ? make("span", { text: say("only") }) : make("span", { text: say("of", { number: at, count }) }),
      button("next", "next", say("next")), button("shuffle", "shuffle", say("shuffle")),
      button("lock", locked ? "lock" : "open", say(locked ? "locked" : "lock"), locked ? "true" : "false"));
  }
  function item(id, segment, place, act) {
    const entry = huddlekit.library.entries[id], internal = segment.internal.includes(id);
    const full = FULL[entry.kind](entry);
    return make("article", { class: `hk-item hk-item--${entry.kind}`, "aria-label": name(entry, internal) },
      make("p", { class: "hk-item__kind" }, make("a", { href: entry.page, text: huddlekit.say(`kinds.${entry.kind}`, { count: 1 }) })),
      words(entry, internal), full.length > 0 && make("details", { class: "hk-full" }, make("summary", { text: say("more") }), full), tools(place, segment.title, act));
  }
  function bar(plan) {
    const parts = plan.segments.map((segment) => make("li", { class: `hk-bar__${segment.kind}`, style: `flex-grow:${segment.minutes}` }, make("b", { text: segment.minutes })));
    const told = plan.segments.map(({ title, minutes }) => say("bar_part", { title, minutes: huddlekit.say("minutes", { count: minutes }) }));
    return [make("p", { class: "hk-hidden", text: say("bar", { segments: told.join(", ") }) }), make("ol", { class: "hk-bar", "aria-hidden": "true" }, parts)];
  }

  // What is said, asked and done in a segment beside its entries, as the guide has it: one disclosure, or nothing.
  function script(part, segment) {
    const own = segment.items.map((id) => huddlekit.library.entries[id]).flatMap((entry) => [entry.ask, entry.ask_internal]);
    const asks = (each) => each.cue === "ask" && !each.over && !own.includes(each.text);
    const beside = part.prompts.filter((each) => ["say", "do", "step"].includes(each.cue) || asks(each));
    const time = ({ cue, minutes }) => (cue === "step" ? huddlekit.say("minutes", { count: minutes }) : "");
    const head = (each) => make("h4", { text: [say(each.act || each.cue), each.label, time(each)].filter(Boolean).join(" · ") });
    const hold = (beside.find((each) => each.hold) || { hold: [] }).hold;
    const lines = beside.flatMap((each) => [head(each), ...(each.lines || [each.text]).map((text) => make("p", { text }))]);
    lines.push(...list(say("hold_to"), hold));
    return beside.length > 0 && make("details", { class: "hk-full" }, make("summary", { text: say("script") }), lines);
  }
  function cues(plan) {
    const { library, tables, running } = huddlekit;
    const { words, promises } = tables, { print } = running;
    return huddlekit.cues(plan, { entries: library.entries, words, promises, print, people: plan.group, days: 0 });
  }

  // places: of each entry in order {number, at, count, locked}.
  huddlekit.showPlan = function (plan, places, act, acts) {
    const waiting = [...places], parts = cues(plan);
    const segments = plan.segments.map((segment, at) => make("section", { class: `hk-segment hk-segment--${segment.kind}` },
      make("header", {}, make("span", { class: "hk-segment__at", text: huddlekit.clock(segment.starts) }), make("h3", { text: segment.title }),
        make("span", { class: "hk-segment__minutes", text: huddlekit.say("minutes", { count: segment.minutes }) })),
      make("p", { class: "hk-segment__method", text: segment.method }), script(parts[at], segment),
      segment.items.map((id) => item(id, segment, waiting.shift(), act))));
    const count = (key, number) => huddlekit.say(key, { count: number }), { minutes, group, approach } = plan;
    const facts = { minutes: count("minutes", minutes), group: count("people", group), approach: say(`approaches.${approach}`) };
    const head = [make("h2", { text: plan.title }), make("p", { class: "hk-promise", text: plan.promise })];
    return [...head, make("p", { class: "hk-item__note", text: say("facts", facts) }), acts, ...bar(plan), ...segments];
  };
  huddlekit.make = make;
})();
