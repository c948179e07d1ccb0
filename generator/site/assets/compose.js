// The page that composes: the form asks, the address remembers, the composer answers, and every place can be changed.
(function () {
  "use strict";
  const huddlekit = window.huddlekit, { request, make } = huddlekit, say = (key, values) => huddlekit.say(`composer.${key}`, values);
  const box = document.getElementById("hk-composer"), form = document.getElementById("hk-wish"), told = document.getElementById("hk-told");
  const shown = document.getElementById("hk-plan"), wish = document.getElementById("hk-wish-said"), LATELY = 60;
  const START = { setting: "staff-meeting", minutes: "10" };
  // asked: what the form says, a seed, and entries by place; locks: places to keep when all others change.
  let asked, locks, plan = null;

  const items = (made) => made.segments.flatMap((segment) => segment.items);
  const whole = (changes) => request.complete({ ...asked, ...changes });
  const attempt = (changes) => huddlekit.attempt(whole(changes)).plan;

  function readAddress() {
    asked = request.read(location);
    if (!asked.setting) asked = { ...asked, ...START };
    const after = location.hash.includes("=") ? location.hash.slice(1) : location.search;
    locks = new Set((new URLSearchParams(after).get("lock") || "").split(",").map(Number).filter((number) => asked.places[number]));
    request.unknown(asked).filter(([field]) => field === "place").forEach(([, id]) => forget(id));
  }
  function forget(id) {
    Object.keys(asked.places).filter((number) => asked.places[number] === id).forEach((number) => {
      delete asked.places[number];
      locks.delete(Number(number));
    });
  }
  function address(page) {
    const kept = page ? "" : [...locks].sort((one, other) => one - other).join(",");
    return `${request.write(asked)}${kept ? `&lock=${kept}` : ""}`;
  }
  function remember() {
    const written = address();
    try { history.pushState(null, "", `${location.pathname}?${written}`); } catch (problem) { location.hash = written; }
  }

  function toForm() {
    const { elements } = form, usual = request.complete({ setting: asked.setting, minutes: asked.minutes });
    ["setting", "minutes", "group", "approach", "audience", "customer"].forEach((name) => { elements[name].value = asked[name] || ""; });
    form.querySelectorAll("[name=theme]").forEach((input) => { input.checked = asked.themes.includes(input.value); });
    elements.group.placeholder = usual.group;
    const { vocabularies } = huddlekit.tables, label = (name, tag) => (vocabularies[name][tag] || { label: tag }).label;
    const length = huddlekit.say("minutes", { count: Number(asked.minutes) });
    wish.textContent = [label("settings", asked.setting), length, ...asked.themes.map((tag) => label("themes", tag))].join(" · ");
  }
  function fromForm() {
    const { elements } = form;
    ["setting", "minutes", "group", "approach", "audience", "customer"].forEach((name) => { asked[name] = elements[name].value; });
    asked.themes = [...form.querySelectorAll("[name=theme]:checked")].map((input) => input.value);
  }

  // Kept entries look for a place in the changed session: the first that takes them. Returns how many found none.
  function settle(kept) {
    asked.places = {};
    locks = new Set();
    let lost = 0;
    kept.forEach((id) => {
      const takes = (place) => attempt({ places: { ...asked.places, [place + 1]: id } });
      const number = huddlekit.candidates(whole()).findIndex((ids, place) => !asked.places[place + 1] && ids.includes(id) && takes(place)) + 1;
      if (number) { asked.places[number] = id; locks.add(number); } else lost += 1;
    });
    return lost;
  }
  const kept = () => [...locks].sort((one, other) => one - other).map((number) => asked.places[number]);
  const seed = () => Math.random().toString(36).slice(2, 6);

  // What this team used lately is left out where that leaves enough; the rest is then chosen by place, so that it can be shared.
  function avoid() {
    if (!form.elements.lately.checked) return "";
    const used = huddlekit.keep.lately(LATELY), found = attempt({ avoid: used });
    if (!found) return say("lately_none");
    items(found).forEach((id, place) => { asked.places[place + 1] = id; });
    return "";
  }

  function show(words) {
    const made = huddlekit.attempt(whole());
    toForm();
    plan = made.plan || null;
    if (plan) shown.replaceChildren(...huddlekit.showPlan(plan, places(), act, acts()), command());
    else shown.replaceChildren(refusal(made));
    told.textContent = words || (plan ? say("changed", { title: plan.title, segments: plan.segments.length }) : made.problem);
  }
  function places() {
    const fitting = huddlekit.candidates(whole());
    return items(plan).map((id, place) => ({ number: place + 1, at: fitting[place].indexOf(id) + 1, count: fitting[place].length, locked: locks.has(place + 1) }));
  }
  function refusal(made) {
    const nearest = huddlekit.nearest(whole(), made.move), part = make("div", { class: "hk-refused" }, make("p", {}, make("b", { text: say("refused") }), " ", made.problem));
    if (!nearest) return part;
    const button = make("button", { type: "button", class: "md-button md-button--primary", text: say("take", { moves: moves(nearest).join(", ") }) });
    button.addEventListener("click", () => {
      const { pins, ...found } = nearest;
      asked = found;
      locks = new Set([...locks].filter((number) => asked.places[number]));
      change();
    });
    part.append(button);
    return part;
  }
  function moves(nearest) {
    const now = whole(), plain = (value) => JSON.stringify(value), moved = Object.keys(nearest).filter((field) => plain(nearest[field]) !== plain(now[field]));
    return moved.map((field) => {
      if (field === "themes") return say(nearest.themes.length ? "moved.themes" : "moved.no_themes");
      return say(`moved.${field}`, { value: field === "approach" ? say(`approaches.${nearest.approach}`) : nearest[field] });
    });
  }

  // One place gets another entry; the others keep theirs. Null where the plan's rules forbid it.
  function changed(number, id) {
    const next = { ...asked.places, [number]: id }, first = attempt({ places: next });
    if (!first) return null;
    items(first).forEach((other, place) => { if (other !== items(plan)[place] && place + 1 !== number) next[place + 1] = items(plan)[place]; });
    return attempt({ places: next }) ? next : null;
  }
  function take(number, order) {
    for (const id of order) {
      const found = changed(number, id);
      if (found) {
        asked.places = found;
        const { title, shown: line, ask } = huddlekit.library.entries[id];
        return change(say("swapped", { name: title || line || ask }));
      }
    }
    return undefined;
  }
  // The candidates of a place in the order in which they are tried: after the one that stands there, and round.
  function others(number) {
    const ids = huddlekit.candidates(whole())[number - 1], at = ids.indexOf(items(plan)[number - 1]);
    return [...ids.slice(at + 1), ...ids.slice(0, at)];
  }
  function mixed(ids) {
    const left = [...ids], made = [];
    while (left.length) made.push(left.splice(Math.floor(Math.random() * left.length), 1)[0]);
    return made;
  }
  const act = {
    next: (number) => take(number, others(number)),
    previous: (number) => take(number, others(number).reverse()),
    shuffle: (number) => take(number, mixed(others(number))),
    lock(number) {
      if (locks.delete(number)) return change();
      locks.add(number);
      asked.places[number] = items(plan)[number - 1];
      return change();
    },
  };
  function change(words) {
    const key = document.activeElement && document.activeElement.dataset.key;
    remember();
    show(words);
    const again = key && shown.querySelector(`[data-key="${key}"]`);
    if (again) again.focus({ preventScroll: true });
  }
  function anew(words) {
    const lost = settle(kept()), note = avoid();
    change(lost ? say("let_go", { count: lost }) : note || words);
  }

  function button(text, name, press, primary) {
    const made = make("button", { type: "button", class: `md-button${primary ? " md-button--primary" : ""}`, "data-key": name, text });
    made.addEventListener("click", press);
    return made;
  }
  function copy(text, pressed, words) {
    huddlekit.copy(text).then(() => { pressed.textContent = words; told.textContent = words; });
  }
  function acts() {
    const run = make("a", { class: "md-button md-button--primary", href: `run.html?${address(true)}`, text: say("run") });
    const again = button(say("shuffle_all"), "again", () => { asked.seed = seed(); anew(); });
    const share = button(say("share"), "share", () => copy(location.href, share, say("shared")));
    return make("div", { class: "hk-acts" }, run, again, share, button(say("print"), "print", () => window.print()));
  }
  function command() {
    const line = `huddlekit compose ${words()} --out my-kit`, copied = button(say("copy"), "copy", () => copy(line, copied, say("copied")));
    return make("details", { class: "hk-command" }, make("summary", { text: say("command") }), make("p", { text: say("command_lead") }),
      make("pre", { tabindex: "0" }, make("code", { text: line })), copied);
  }
  function words() {
    const made = whole(), quoted = /^[\w.-]*$/.test(made.seed) ? made.seed : `'${made.seed.replace(/'/g, "'\\''")}'`;
    return request.command(made) + (made.seed ? ` --seed ${quoted}` : "");
  }

  form.addEventListener("change", () => { if (form.reportValidity()) { fromForm(); anew(); } });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelectorAll("[data-minutes]").forEach((each) => each.addEventListener("click", () => {
    form.elements.minutes.value = each.dataset.minutes;
    fromForm();
    anew();
  }));
  window.addEventListener("popstate", () => { readAddress(); show(); });
  const opened = [];
  window.addEventListener("beforeprint", () => shown.querySelectorAll(".hk-full:not([open])").forEach((each) => { each.open = true; opened.push(each); }));
  window.addEventListener("afterprint", () => opened.splice(0).forEach((each) => { each.open = false; }));

  box.hidden = false;
  if (window.matchMedia("(max-width: 59.9em)").matches) box.querySelector(".hk-wish").open = false;
  form.querySelector(".hk-wish__lately").hidden = !(huddlekit.keep && huddlekit.keep.lately(LATELY).length);
  readAddress();
  const wrong = request.unknown(asked);
  if (wrong.length) {
    asked.themes = asked.themes.filter((tag) => huddlekit.tables.vocabularies.themes[tag]);
    wrong.filter(([field]) => field in asked).forEach(([field]) => { asked[field] = START[field] || ""; });
    show(wrong.map(([field, word]) => huddlekit.say("request.unknown", { field, word })).join(" "));
  } else show();
})();
