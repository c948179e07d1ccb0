// Phase one of composing, as generator/compose/schedule.py does it: approach, length and group size fix the segments and
// their minutes. No entry has a say in it. Bounds are [least, usual, most] minutes.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
  const cannot = (problem, ...move) => ({ problem, move });
  const say = (key, values) => huddlekit.say(key, values);

  // {slots}, or {problem, move}: why not, and which fields of the request to move first.
  function schedule(request) {
    const { minutes, group, approach } = request, tables = huddlekit.tables;
    const people = tables.groups.find((each) => group <= each.most);
    if (!(minutes >= 5 && minutes <= 120)) return cannot(say("compose.length", { minutes }), "minutes");
    if (!people || group < 2) return cannot(say("compose.group", { group }), "group");
    const { shortest } = people;
    if (minutes < shortest) return cannot(say("compose.large_group", { group, minutes: shortest }), "minutes", "group");
    const column = Math.max(...Object.keys(tables.bands).map(Number).filter((each) => tables.bands[each] <= minutes));
    const rows = tables.cores.find((each) => each.name === approach).rows, carried = rows.some((row) => row.minutes[column]);
    if (!carried) return cannot(say("compose.no_column", { approach, minutes }), "approach", "minutes");
    const needs = needsOf(rows, column, people), giving = giveWay(needs);
    let kept = needs;
    for (let gone = 0; gone <= giving.length; gone += 1) {
      kept = without(needs, giving.slice(0, gone));
      if (least(kept) > minutes) continue;
      const shares = allot(kept, minutes);
      return { slots: timed(withBreak(kept.flatMap((need, place) => slotsOf(need, shares[place], people)), minutes)) };
    }
    return cannot(say("compose.too_short", { approach, group, least: least(kept) }), "minutes", "approach");
  }
  const least = (needs) => sum(needs.map((need) => need.bounds[0]));
  const giveWay = (needs) =>
    needs.filter((need) => ![0, 2].includes(need.givesWay)).sort((one, other) => one.givesWay - other.givesWay);

  function needsOf(core, column, people) {
    const { opening, closing, breaks } = huddlekit.tables, isLast = (row) => row.role === "closing-quote";
    const rows = [...opening, ...core.filter((row) => !isLast(row)), closing[0], ...core.filter(isLast), ...closing.slice(1), ...breaks];
    return rows.filter((row) => row.minutes[column]).map((row) => {
      const [least, usual, most, fewest, top] = row.minutes[column], extra = people.added[row.group] || 0;
      const kept = people.less[row.group] ? Math.max(least, usual - Math.floor(usual / 5)) : usual;
      const fixed = column === 5 || usual === 0; // five-minute plans keep their minutes; absent rows gain none
      const bounds = fixed ? [least, usual, most] : [least + extra, kept + extra, most + extra];
      return { row, bounds, usual, fewest, top, givesWay: row.gives_way === 2 && top < 2 ? 0 : row.gives_way || 0 };
    });
  }
  // Rows that gave way altogether are gone; an opening quote is then still read.
  function without(needs, gone) {
    return needs.filter((need) => !gone.includes(need) || need.row.role === "opening-quote")
      .map((need) => (gone.includes(need) ? { ...need, bounds: [1, 1, 1] } : need));
  }
  // From the usual minutes up or down, one at a time, row after row, until they add up.
  function allot(needs, total) {
    const minutes = needs.map((need) => need.bounds[1]), left = () => total - sum(minutes);
    function inTurn(by, wanted) {
      const rows = needs.map((_, place) => place).filter((place) => wanted(needs[place]));
      const free = (place) => (by > 0 ? minutes[place] < needs[place].bounds[2] : minutes[place] > needs[place].bounds[0]);
      while (left() && rows.some(free)) rows.forEach((place) => { if (left() && free(place)) minutes[place] += by; });
    }
    const grows = (need) => need.row.grows || "", role = (need) => need.row.role;
    if (left() > 0) {
      inTurn(1, (need) => grows(need) === "first" && need.bounds[1] > 0);
      const opens = (need) => need.bounds[1] === 0 && left() >= 2;
      needs.forEach((need, place) => { if (opens(need)) minutes[place] = Math.min(need.bounds[2], left()); });
      ["", "last"].forEach((turn) => inTurn(1, (need) => grows(need) === turn && need.bounds[1] > 0));
    } else {
      [1, 2, 3, 4, 5, 6].forEach((turn) => inTurn(-1, (need) => need.givesWay === turn));
      inTurn(-1, (need) => grows(need) === "first" && role(need) !== "act");
      inTurn(-1, (need) => grows(need) === "" && role(need) !== "actions");
      inTurn(-1, (need) => grows(need) === "last");
      inTurn(-1, (need) => ["act", "actions"].includes(role(need)));
    }
    if (left()) throw new Error(`rows cannot be stretched to ${total} minutes`);
    return minutes;
  }
  // The segments of one row: none without minutes, two where the row ends with another (activity, then debrief).
  function slotsOf(need, minutes, people) {
    if (!minutes) return [];
    const { row, bounds, fewest, top } = need;
    let entries = row.takes ? Math.max(minutes >= need.usual ? top : fewest, Math.min(top, 1)) : 0;
    if (row.takes === "story") entries = Math.max(fewest, Math.min(top, Math.floor(minutes / 2)));
    let first = minutes;
    if (row.then) first = row.then === "debrief" ? minutes - Math.floor((minutes * 3) / 10) : Math.min(2 * entries, minutes - 1);
    const rest = minutes - first, at = (bound) => Math.min(first, Math.max(1, bound - rest));
    const share = rest ? [at(bounds[0]), at(bounds[1]), Math.max(first, bounds[2] - rest)] : bounds;
    const { role, kind } = row, slot = { row, role, kind, minutes: first, bounds: share, entries, givesWay: need.givesWay };
    slot.method = method(row, first, people, entries);
    if (!row.then) return [slot];
    const left = bounds.map((bound, place) => bound - share[place]), then = { row: { ...row, takes: "" }, role: row.then, kind };
    return [slot, { ...then, minutes: rest, bounds: left, entries: 0, method: roleMethod(row.then), givesWay: 0 }];
  }
  function roleMethod(role) { const roles = huddlekit.tables.words.methods.roles; return roles[role] || roles.default; }
  function method(row, minutes, people, entries) {
    const starts = people.methods[row.group];
    if (!starts) return roleMethod(row.role);
    const each = Math.floor(minutes / Math.max(1, entries));
    const key = starts[Math.max(...Object.keys(starts).map(Number).filter((start) => start <= each))];
    const first = say(`methods.groups.${key}`);
    return entries < 2 || row.takes !== "question" ? first : say("methods.two", { first, second: say(`methods.second.${key}`) });
  }
  const startsOf = (slots) => slots.map((_, place) => sum(slots.slice(0, place).map((slot) => slot.minutes)));
  const timed = (slots) => { const starts = startsOf(slots); return slots.map((slot, place) => ({ ...slot, starts: starts[place] })); };
  // The break goes to the boundary nearest to half-time; never between an exercise and looking back on it.
  function withBreak(slots, total) {
    const talk = slots.filter((slot) => slot.kind !== "break"), pauses = slots.filter((slot) => slot.kind === "break");
    if (!pauses.length) return slots;
    const starts = startsOf(talk), middle = (start) => 40 * total <= 100 * start && 100 * start <= 65 * total;
    const inside = talk.map((_, place) => place).filter((place) => place && middle(starts[place]));
    const whole = inside.filter((place) => !["debrief", "notice", "takeaways"].includes(talk[place].role));
    const far = (place) => Math.abs(2 * starts[place] - total);
    const at = (whole.length ? whole : inside).reduce((best, place) => (far(place) < far(best) ? place : best));
    return [...talk.slice(0, at), ...pauses, ...talk.slice(at)];
  }

  huddlekit.schedule = schedule;
  huddlekit.fits = (request) => Boolean(schedule(request).slots);
})();
