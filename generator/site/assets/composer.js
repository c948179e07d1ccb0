// Phase two of composing, as generator/compose/fill.py does it: every place is filled with the best entry that fits it and
// is not forbidden by what came before. The rules stand in docs/architecture.md. No clock, no chance.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const KINDS = { question: "questions", quote: "quotes", story: "stories", activity: "activities" };
  const STATUS = { verified: 0, own: 1, attributed: 2, disputed: 3 };
  const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
  const cannot = (problem, ...move) => ({ problem, move });
  const say = (key, values) => huddlekit.say(key, values);

  // An opening is a place for one entry: its slot, its minutes, and what this place in particular asks for.
  function openingsOf(slots, request) {
    const asks = (step) => slots.find((slot) => slot.row.takes === "question" && slot.row.step === step);
    const both = request.customer === "both" && request.minutes >= 30;
    const internal = both && ["see", "reflect", "recall", "act"].map(asks).find(Boolean);
    const barrier = slots.slice(1).reverse().find((slot) => mayRaise(slot, slots));
    let number = 0;
    return slots.map((slot) => Array.from({ length: slot.entries }, (_, place) => ({
      slot, number: (number += 1), placed: (request.places || {})[number] || "", anchor: "",
      minutes: Math.floor(slot.minutes / slot.entries) + (place < slot.minutes % slot.entries ? 1 : 0),
      internal: request.customer === "internal" || (slot === internal && place === 0),
      barrier: slot === barrier && place === slot.entries - 1,
    })));
  }
  // Barriers may come up in the last reflection that has as many minutes of ways round them after it.
  function mayRaise(slot, slots) {
    const later = slots.slice(slots.indexOf(slot) + 1);
    const ways = sum(later.filter((each) => ["act", "actions"].includes(each.role)).map((each) => each.minutes));
    return slot.row.step === "reflect" && ways >= slot.minutes && later.every((each) => each.kind !== "break");
  }

  const chosen = (entry, opening, request) => entry.id === opening.placed || request.pins.includes(entry.id);
  const shared = (entry, request) => entry.themes.filter((theme) => request.themes.includes(theme)).length;
  const within = (number, span) => span.least <= number && number <= span.most;
  const has = (entry, field, word) => (entry[field] || []).includes(word);
  // Field -> test of one entry and the request alone, in the order in which a refusal names them.
  const TESTS = {
    themes(entry, opening, request) {
      const asked = !request.themes.length || shared(entry, request) > 0 || chosen(entry, opening, request);
      return asked && (!opening.anchor || entry.themes.includes(opening.anchor));
    },
    minutes: (entry, { minutes }) => (entry.kind === "activities" ? within(minutes, entry.minutes) : !(entry.seconds > minutes * 60)),
    raises: (entry, opening) => opening.barrier || !has(entry, "raises", "barriers"),
    customer(entry, opening, request) {
      const side = entry.customer || "both";
      if (entry.kind === "questions" && opening.internal) return side === "internal" || Boolean(entry.ask_internal);
      return side === "both" || request.customer === "both" || request.customer === side;
    },
    group: (entry, opening, { group }) => entry.kind !== "activities" || within(group, entry.group),
    audience(entry, opening, { audience, setting }) {
      const { audiences, settings } = huddlekit.tables.newcomers;
      const newcomers = audiences.includes(audience) || settings.includes(setting);
      return (!entry.audience || entry.audience.includes(audience)) && !(newcomers && has(entry, "needs", "time-here"));
    },
    setting: (entry, opening, { setting }) => !entry.settings || entry.settings.includes(setting),
  };
  const SORTS = {
    questions: (entry, { slot }) => entry.step === slot.row.step,
    quotes: (entry, opening, request) =>
      has(entry, "plays", opening.slot.row.plays) && (entry.status !== "disputed" || chosen(entry, opening, request)),
    stories: () => true,
    activities: (entry) => (entry.where || "room") === "room",
  };

  // FNV-1a (32 bit) of NFC(seed), line feed and id in UTF-8, finished with murmur3's fmix32.
  function hash(seed, id) {
    let value = 0x811c9dc5;
    new TextEncoder().encode(`${seed.normalize("NFC")}\n${id}`).forEach((byte) => { value = Math.imul(value ^ byte, 0x01000193); });
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  }
  // Pinned, status, shared themes, hash; the id settles equal hashes.
  function ranked(entries, key) {
    const keyed = entries.map((entry) => ({ entry, key: key(entry) }));
    keyed.sort((one, other) => {
      const at = one.key.findIndex((part, place) => part !== other.key[place]);
      return one.key[at] < other.key[at] ? -1 : 1;
    });
    return keyed.map((each) => each.entry);
  }
  function pool(opening, request, except) {
    const kind = KINDS[opening.slot.row.takes], names = Object.keys(TESTS).filter((name) => name !== except);
    const left = (id) => (opening.placed ? id === opening.placed : !(request.avoid || []).includes(id));
    const fits = (entry) => entry.kind === kind && left(entry.id)
      && SORTS[kind](entry, opening, request) && names.every((name) => TESTS[name](entry, opening, request));
    const place = ({ id }) => (request.pins.includes(id) ? 0 : 1), status = (entry) => STATUS[entry.status] || 0;
    const key = (entry) => [place(entry), status(entry), -shared(entry, request), hash(request.seed, entry.id), entry.id];
    return ranked(huddlekit.entries().filter(fits), key);
  }

  // What a plan may hold once: the entry, and the author of a quote.
  const marks = (entry) => (entry.person ? [entry.id, entry.person] : [entry.id]);
  function fill(slots, request) {
    const openings = openingsOf(slots, request), all = openings.flat(), known = huddlekit.library.entries;
    const beyond = Object.keys(request.places || {}).find((number) => number < 1 || number > all.length);
    if (beyond) return cannot(say("compose.no_place", { place: beyond, count: all.length }), "places");
    const stuck = anchor(all, request);
    if (stuck) return stuck;
    const placed = all.map((each) => known[each.placed]).filter(Boolean), promised = new Set(placed.flatMap(marks)), taken = new Set();
    const filled = openings.map(() => []);
    for (let place = 0; place < openings.length; place += 1) {
      for (const opening of [...openings[place]].reverse()) { // the last place asks for most, so it chooses first
        const gone = (mark) => taken.has(mark) || (!opening.placed && promised.has(mark));
        const follows = ({ after }) => !after || after.some((id) => taken.has(id));
        const fitting = pool(opening, request).filter((entry) => follows(entry) && !marks(entry).some(gone));
        if (!fitting.length) return nothing(opening, request);
        marks(fitting[0]).forEach((mark) => taken.add(mark));
        filled[place].unshift({ entry: fitting[0], minutes: opening.minutes, internal: opening.internal, count: fitting.length });
      }
      const pin = (item) => request.pins.indexOf(item.entry.id);
      const pinned = filled[place].filter((item) => pin(item) >= 0).sort((one, other) => pin(one) - pin(other));
      filled[place] = filled[place].map((item) => (pin(item) >= 0 ? pinned.shift() : item));
    }
    const pin = request.pins.find((id) => !taken.has(id)), reason = `compose.pin_reasons.${known[pin] ? "place" : "unknown"}`;
    return pin ? cannot(say("compose.pin", { pin, reason: say(reason) }), "pins", "minutes", "approach") : { filled };
  }
  // The last act question and the closing quote share a theme: the first, by hash, that both can carry.
  function anchor(openings, request) {
    const last = (role) => openings.filter((each) => each.slot.role === role).pop(), ends = [last("act"), last("closing-quote")];
    if (!ends.every(Boolean)) return null;
    const pools = ends.map((opening) => pool(opening, request));
    const carry = (theme, entries) => entries.filter((entry) => entry.themes.includes(theme));
    const themes = [...new Set(pools[1].flatMap((entry) => entry.themes))].filter((theme) => carry(theme, pools[0]).length);
    const pins = (theme) => carry(theme, pools.flat()).filter((entry) => request.pins.includes(entry.id)).length;
    const key = (theme) => [-pins(theme), request.themes.includes(theme) ? 0 : 1, hash(request.seed, `themes/${theme}`)];
    const first = ranked(themes, key)[0];
    if (!first) return cannot(say("compose.no_pair", { request: huddlekit.request.command(request) }), "themes", "approach", "minutes");
    ends.forEach((opening) => { opening.anchor = first; });
    return null;
  }
  // Name what is missing, and the one thing whose absence would help most.
  function nothing(opening, request) {
    if (opening.placed) return cannot(say("compose.place", { id: opening.placed }), "places", "minutes");
    const { step, takes, plays } = opening.slot.row, asked = huddlekit.request.command(request);
    const what = say(`compose.what.${step || takes}`, { plays, minutes: opening.minutes });
    for (const name of Object.keys(TESTS)) {
      const count = pool({ ...opening, anchor: "" }, request, name).length;
      const words = { what, request: asked, count, without: say(`compose.without.${name}`) };
      if (count && (name !== "themes" || request.themes.length)) return cannot(say("compose.none_but", words), name, "themes", "minutes");
    }
    return cannot(say("compose.none", { what, request: asked }), "themes", "approach", "minutes");
  }

  // One try: {plan} as in plan.json, or {problem, move}: why not, and which fields of the request to move first.
  function attempt(request) {
    const made = huddlekit.schedule(request), found = made.slots ? fill(made.slots, request) : made;
    if (!found.filled) return found;
    const { pins, places, avoid, ...asked } = request, { setting, minutes, approach } = request;
    const title = say("compose.title", { setting: huddlekit.tables.vocabularies.settings[setting].label, minutes });
    const papers = documents(minutes, found.filled.flat().map((item) => item.entry));
    const segments = made.slots.map((slot, place) => segmentOf(slot, found.filled[place]));
    const plan = { schema: 1, kit: null, title, promise: say(`compose.promise.${approach}`), ...asked, documents: papers, segments };
    return { plan: Object.keys(places || {}).length ? { ...plan, places } : plan };
  }
  function segmentOf({ kind, role, starts, minutes, bounds, method, givesWay }, items) {
    const title = items.length && items[0].entry.kind === "activities" ? items[0].entry.title : say(`segments.${role}.title`);
    const ids = (found) => found.map((item) => item.entry.id), internal = ids(items.filter((item) => item.internal));
    const item_minutes = items.map((item) => item.minutes);
    return { kind, role, title, starts, minutes, bounds, method, items: ids(items), item_minutes, internal, gives_way: givesWay };
  }
  function documents(minutes, entries) {
    const short = minutes <= huddlekit.tables.usual.huddle_minutes, when = (wanted, ...names) => (wanted ? names : []);
    const several = entries.filter((entry) => entry.kind === "stories").length > 1;
    const sheets = several || entries.some((entry) => entry.worksheet), cards = entries.some((entry) => entry.kind !== "activities");
    const first = short ? ["sheet"] : ["guide", "handout"];
    return [...first, ...when(sheets, "worksheets"), ...when(cards, "cards"), ...when(!short, "slides"), "poster"];
  }

  // Every entry with its id; the places of a session with all that fits each of them, best first.
  let listed = null;
  const withId = ([id, entry]) => Object.assign(entry, { id });
  huddlekit.entries = () => (listed = listed || Object.entries(huddlekit.library.entries).map(withId));
  huddlekit.candidates = (request) => openingsOf(huddlekit.schedule(request).slots || [], { ...request, places: {} }).flat()
    .map((opening) => pool(opening, request).map((entry) => entry.id));
  huddlekit.attempt = attempt;
})();
