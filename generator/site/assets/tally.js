// The page that counts: what is typed, tapped or pasted is kept in this browser and drawn anew at every change.
(function () {
  "use strict";
  var kit = window.huddlekit, data = kit.scales, words = data.words, draw = kit.tallyDraw, fill = kit.fill;
  var make = kit.elements.make, add = kit.elements.add;
  var KEY = "huddlekit.tally", root = document.getElementById("hk-tally"), form = document.getElementById("hk-in");
  var fields = form.elements, state = load();

  function at(id) { return document.getElementById(id); }
  function empty() { return { version: 1, mode: "scores", exercise: { scores: "", lists: "" }, sheets: {} }; }
  function load() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY));
      if (kept && kept.version === 1 && shaped(kept, empty()) && known(kept.mode)) return sound(kept);
    } catch (problem) { /* nothing kept, or nothing that can be read: begin anew */ }
    return empty();
  }
  // What is kept is used only where it has the shape of what this page writes.
  function shaped(kept, like) {
    return Boolean(kept) && Object.keys(like).every(function (name) {
      return typeof kept[name] === typeof like[name] && Array.isArray(kept[name]) === Array.isArray(like[name]) && kept[name] !== null;
    });
  }
  function sound(kept) {
    Object.keys(kept.sheets).forEach(function (name) { if (!shaped(kept.sheets[name], fresh(name.split(":")[0]))) delete kept.sheets[name]; });
    return kept;
  }
  function known(mode) { return mode === "scores" || mode === "lists"; }
  function keep() {
    try { localStorage.setItem(KEY, JSON.stringify(state)); at("hk-kept-not").hidden = true; } catch (problem) { at("hk-kept-not").hidden = false; }
    at("hk-private").hidden = !at("hk-kept-not").hidden;
  }
  function exercise(id, mode) { return data.exercises.filter(function (each) { return each.id === id && each.kind === mode; })[0]; }

  // What is entered for one exercise; each has a sheet of its own, so that nothing is lost when another is chosen.
  function fresh(mode) {
    return mode === "scores"
      ? { statements: words.question, range: "1–10", low: "1", high: "10", low_label: "", high_label: "", two: false, names: words.rounds.slice(), part: 0, current: 0, texts: [], reported: [] }
      : { listed: words.listed, two: false, names: words.groups.slice(), part: 0, texts: ["", ""], same: {} };
  }
  function sheet() {
    var name = state.mode + ":" + state.exercise[state.mode];
    if (!Object.prototype.hasOwnProperty.call(state.sheets, name)) state.sheets[name] = fresh(state.mode);
    return state.sheets[name];
  }
  function chosen() { return exercise(state.exercise[state.mode], state.mode); }
  function ownScale(now) {
    if (now.range) return { low: Number(now.range.split("–")[0]), high: Number(now.range.split("–")[1]) };
    return kit.tally.range(now.low, now.high);
  }
  function scaleOf(now) {
    if (chosen()) return chosen();
    var own = ownScale(now);
    return own.problem ? own : { low: own.low, high: own.high, low_label: now.low_label.trim(), high_label: now.high_label.trim() };
  }
  function statementsOf(now) {
    if (chosen()) return chosen().statements;
    var lines = now.statements.split(/\r?\n/).map(function (line) { return line.trim(); }).filter(Boolean);
    return lines.length ? lines.slice(0, 30) : [words.question];
  }
  function part(now) { return now.two ? now.part : 0; }
  function textOf(now, statement, round) { return (now.texts[statement] || [])[round] || ""; }
  function values(now, statement, round, scale) {
    return kit.tally.read(textOf(now, statement, round), scale).scores.map(function (score) { return score.value; });
  }
  function roundsOf(now) { return now.two ? [0, 1] : [0]; }
  function nameOf(now, which) { return now.names[which].trim() || (state.mode === "scores" ? words.rounds : words.groups)[which]; }

  // All figures of the sheet, as they are drawn, printed and saved.
  function counted(now, scale) {
    var statements = statementsOf(now).map(function (text, place) {
      return {
        text: text, reported: kit.tally.reported(now.reported[place] || "", scale).value,
        rounds: roundsOf(now).map(function (round) { return { name: nameOf(now, round), at: round, figures: kit.tally.figures(values(now, place, round, scale), scale) }; })
      };
    });
    return { scale: scale, statements: statements, current: statements[now.current] || statements[0] };
  }
  function groupsOf(now) {
    var listed = chosen() ? chosen().listed : now.listed.trim() || words.listed;
    return roundsOf(now).map(function (which) {
      var read = kit.lists.read(now.texts[which]);
      return { name: now.two ? nameOf(now, which) : listed, listed: listed, read: read, found: kit.lists.agreement(read.lists, now.same) };
    });
  }

  function shortened(text) { return text.length > 60 ? text.slice(0, 59) + "…" : text; }
  function listOf(items) {
    var made = make("ul");
    items.forEach(function (item) { made.appendChild(make("li", "", item)); });
    return made;
  }
  function showRead(first, problems, notes) {
    var said = first ? [make("p", "", first)] : [];
    if (problems.length) said.push(make("p", "hk-tally__problem", fill(words.left_out, { count: problems.length })), listOf(problems));
    notes.forEach(function (note) { said.push(make("p", "", note)); });
    at("hk-read").replaceChildren.apply(at("hk-read"), said);
  }
  function readScores(now, scale) {
    var read = kit.tally.read(textOf(now, now.current, part(now)), scale);
    var problems = read.problems.map(function (each) {
      return fill(words.problem[each.problem], { line: each.line, text: shortened(each.text), low: scale.low, high: scale.high });
    });
    var first = read.scores.length || problems.length ? fill(words.counted, { count: read.scores.length }) : "";
    showRead(first, problems, read.twice.map(function (name) { return fill(words.twice, { name: name }); }));
  }
  function listName(each) { return each.name || fill(words.list_of, each); }
  function readLists(groups, now) {
    var read = groups[part(now)].read;
    var sizes = read.lists.map(function (list) { return list.items.length; }).join(", ");
    var problems = read.problems.map(function (each) { return fill(words.list_problem[each.problem], { list: listName(each), text: shortened(each.text) }); });
    showRead(read.lists.length ? fill(words.read_lists, { count: read.lists.length, sizes: sizes }) : "", problems, []);
    at("hk-read").append.apply(at("hk-read"), [].concat(alikeBox(groups, now), joinedBox(groups, now)));
  }
  function pairRow(label, button, name, pressed) {
    var made = make("li"), one = make("button", "hk-small", button);
    one.type = "button";
    one.setAttribute("aria-label", name);
    one.addEventListener("click", function () { pressed(); changed(); fields.lists.focus(); });
    return add(made, make("span", "", label), one);
  }
  // Names that look like one thing under two names, in either group or across both: the reader decides.
  function allThings(groups) {
    var seen = new Map();
    groups.forEach(function (group) { group.found.things.forEach(function (thing) { if (!seen.has(thing.key)) seen.set(thing.key, thing); }); });
    return Array.from(seen.values());
  }
  function alikeBox(groups, now) {
    var pairs = kit.lists.alike(allThings(groups)).slice(0, 8), list = make("ul", "hk-pairs");
    pairs.forEach(function (pair) {
      var values = { one: pair[0].name, other: pair[1].name };
      list.appendChild(pairRow(fill(words.alike_pair, values), words.join, fill(words.join_label, values), function () { now.same[pair[1].key] = pair[0].key; }));
    });
    return pairs.length ? [make("p", "", words.alike), list] : [];
  }
  function joinedBox(groups, now) {
    var names = Object.create(null), list = make("ul", "hk-pairs");
    groups.forEach(function (group) { group.read.lists.forEach(function (each) { each.items.forEach(function (item) { names[item.key] = names[item.key] || item.text; }); }); });
    Object.keys(now.same).filter(function (key) { return names[key] && names[now.same[key]]; }).forEach(function (key) {
      var values = { one: names[now.same[key]], other: names[key] };
      list.appendChild(pairRow(fill(words.alike_pair, values), words.part, fill(words.part_label, values), function () { delete now.same[key]; }));
    });
    return list.childNodes.length ? [make("p", "", words.joined), list] : [];
  }

  function setText(field, value) { if (field.value !== value) field.value = value; }
  function chips(name, now) {
    form.querySelectorAll("[name=" + name + "]").forEach(function (box, which) {
      box.checked = which === now.part;
      box.nextElementSibling.textContent = nameOf(now, which);
    });
  }
  function toForm() {
    var now = sheet(), mode = state.mode;
    root.querySelectorAll("[name=mode]").forEach(function (box) { box.checked = box.value === mode; });
    form.querySelectorAll("[data-mode]").forEach(function (box) { box.hidden = box.dataset.mode !== mode; });
    fields[mode + "-exercise"].value = state.exercise[mode];
    fields[mode + "-two"].checked = now.two;
    form.querySelectorAll("[data-mode=" + mode + "] [data-two]").forEach(function (box) { box.hidden = !now.two; });
    [1, 2].forEach(function (number) { setText(fields[mode + "-name-" + number], now.names[number - 1]); });
    chips(mode + "-part", now);
    if (mode === "scores") scoresToForm(now); else listsToForm(now);
  }
  function listsToForm(now) {
    at("hk-listed").hidden = Boolean(chosen());
    setText(fields.listed, now.listed);
    setText(fields.lists, now.texts[part(now)]);
  }
  function scoresToForm(now) {
    var scale = scaleOf(now), statements = statementsOf(now);
    now.current = Math.min(now.current, statements.length - 1);
    at("hk-setup").hidden = Boolean(chosen());
    ["statements", "range", "low", "high", "low_label", "high_label"].forEach(function (name) { setText(fields[name], now[name]); });
    form.querySelectorAll("[data-own]").forEach(function (box) { box.hidden = Boolean(now.range); });
    at("hk-range-problem").textContent = scale.problem ? words.scale_problem[scale.problem] : "";
    at("hk-scale").textContent = scale.problem ? "" : draw.scaleText(scale);
    at("hk-reported-name").textContent = (chosen() && chosen().reported) || words.reported_name;
    setText(fields.scores, textOf(now, now.current, part(now)));
    setText(fields.reported, now.reported[now.current] || "");
    statementRows(now, statements, scale);
    if (!scale.problem) pad(scale);
  }
  function statementRows(now, statements, scale) {
    var box = at("hk-statements"), rows = box.querySelector("div");
    box.hidden = statements.length < 2;
    if (rows.children.length !== statements.length) rows.replaceChildren.apply(rows, statements.map(statementRow));
    statements.forEach(function (text, place) {
      var row = rows.children[place];
      row.querySelector("input").checked = place === now.current;
      row.querySelector("b").textContent = text;
      row.querySelector("i").textContent = scale.problem ? "" : values(now, place, part(now), scale).length || "";
    });
  }
  function statementRow(text, place) {
    var made = make("label"), radio = make("input"), span = make("span");
    radio.type = "radio";
    radio.name = "current";
    radio.value = place;
    return add(made, radio, add(span, make("b", "", text), make("i")));
  }
  // One row up to seven scores, two rows up to fourteen, then rows of seven.
  function columns(many) { return many <= 7 ? many : Math.min(7, Math.ceil(many / 2)); }
  function pad(scale) {
    var box = at("hk-pad"), wanted = scale.low + "–" + scale.high;
    if (box.dataset.range === wanted) return;
    box.dataset.range = wanted;
    box.style.setProperty("--hk-columns", columns(scale.high - scale.low + 1));
    box.replaceChildren();
    for (var score = scale.low; score <= scale.high; score += 1) {
      var button = make("button", "", score);
      button.type = "button";
      box.appendChild(button);
    }
  }
  function reportedProblem(now, scale) {
    var read = kit.tally.reported(now.reported[now.current] || "", scale);
    at("hk-reported-problem").textContent = read.problem ? fill(words.reported_problem[read.problem], { low: scale.low, high: scale.high, near: read.near }) : "";
  }

  function show() {
    var now = sheet(), drawn = null;
    if (state.mode === "lists") {
      var groups = groupsOf(now);
      readLists(groups, now);
      drawn = draw.ranked(groups, chosen() ? chosen().title : "");
    } else {
      var scale = scaleOf(now);
      if (scale.problem) return;
      readScores(now, scale);
      reportedProblem(now, scale);
      drawn = draw.scores(counted(now, scale));
    }
    drawn.insertBefore(make("p", "hk-print hk-printed", fill(words.printed, { date: new Date().toLocaleDateString() })), drawn.firstChild);
    if (chosen()) drawn.insertBefore(exerciseLink(), drawn.firstChild);
    at("hk-figures").replaceChildren(drawn);
  }
  function exerciseLink() {
    var made = make("p", "hk-exercise"), link = make("a", "", chosen().title);
    link.href = chosen().page;
    return add(made, make("span", "", words.exercise), link);
  }
  function changed() { keep(); toForm(); show(); }
  function address() {
    var id = state.exercise[state.mode];
    try { history.replaceState(null, "", location.pathname + (id ? "?exercise=" + id : "")); } catch (problem) { /* a file keeps its address */ }
  }

  // Where the text has lines or names of its own, the next score gets a line too.
  function tapped(score) {
    var before = fields.scores.value.replace(/\s+$/, "");
    fields.scores.value = before + (before ? /[\n\p{L}]/u.test(before) ? "\n" : " " : "") + score;
    fromScores();
    fields.scores.scrollTop = fields.scores.scrollHeight;
  }
  function takeBack() {
    var before = fields.scores.value.replace(/\s+$/, "");
    fields.scores.value = /[\n\p{L}]/u.test(before) ? before.replace(/\n?[^\n]*$/, "") : before.replace(/[\s,;]*[^\s,;]+[\s,;]*$/, "");
    fromScores();
  }
  function fromScores() {
    var now = sheet();
    now.texts[now.current] = now.texts[now.current] || ["", ""];
    now.texts[now.current][part(now)] = fields.scores.value;
    changed();
  }
  var PLAIN = ["statements", "range", "low", "high", "low_label", "high_label", "listed"];
  function fromForm(field) {
    var now = sheet(), mode = state.mode, name = field.name;
    if (name === "scores") { fromScores(); return; }
    if (PLAIN.indexOf(name) >= 0) now[name] = field.value;
    if (name === "lists") now.texts[part(now)] = field.value;
    if (name === "reported") now.reported[now.current] = field.value;
    if (name === "current" || name === mode + "-part") now[name === "current" ? "current" : "part"] = Number(field.value);
    if (name === mode + "-two") now.two = field.checked;
    if (name.indexOf(mode + "-name-") === 0) now.names[Number(name.slice(-1)) - 1] = field.value;
    if (name === mode + "-exercise") { state.exercise[mode] = field.value; address(); }
    changed();
  }

  function scoreRows(now) {
    var scale = scaleOf(now), head = words.csv.columns.slice(), rows = [];
    for (var score = scale.low; score <= scale.high; score += 1) head.push(fill(words.csv.score, { score: score }));
    counted(now, scale).statements.forEach(function (statement) {
      statement.rounds.filter(function (round) { return round.figures; }).forEach(function (round) {
        var found = round.figures, known = statement.reported !== undefined;
        rows.push([statement.text, now.two ? round.name : "", found.voices, found.mean, found.least, found.most, found.spread, found.deviation,
          known ? statement.reported : "", known ? kit.tally.gap(found.mean, statement.reported) : ""].concat(found.counts.map(function (each) { return each.count; })));
      });
    });
    return [head].concat(rows);
  }
  function listRows(now) {
    var rows = [words.csv.list_columns];
    groupsOf(now).forEach(function (group) {
      group.found.things.forEach(function (thing) {
        var others = thing.spellings.filter(function (each) { return each !== thing.name; }).join("; ");
        rows.push([thing.name, now.two ? group.name : "", thing.named, group.found.people, thing.place, thing.best, thing.worst, others]);
      });
    });
    return rows;
  }
  function save() {
    var now = sheet();
    if (state.mode === "scores" && scaleOf(now).problem) return;
    var link = make("a"), text = kit.tally.csv(state.mode === "scores" ? scoreRows(now) : listRows(now));
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = words.csv.file + ".csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  function clear() {
    state = empty();
    address();
    changed();
    try { localStorage.removeItem(KEY); } catch (problem) { /* nothing was kept */ }
    (root.querySelector("[name=mode]:checked") || form).focus();
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function (event) { fromForm(event.target); });
  root.querySelectorAll("[name=mode]").forEach(function (box) {
    box.addEventListener("change", function () { state.mode = box.value; address(); changed(); });
  });
  at("hk-pad").addEventListener("click", function (event) { if (event.target.tagName === "BUTTON") tapped(event.target.textContent); });
  at("hk-back").addEventListener("click", takeBack);
  at("hk-print").addEventListener("click", function () { window.print(); });
  at("hk-save").addEventListener("click", save);
  at("hk-empty").addEventListener("click", function () { at("hk-sure").returnValue = ""; at("hk-sure").showModal(); });
  at("hk-sure").addEventListener("close", function () { if (at("hk-sure").returnValue === "yes") clear(); });

  var asked = new URLSearchParams(location.search || location.hash.replace(/^#/, "")).get("exercise");
  ["scores", "lists"].forEach(function (mode) { if (exercise(asked, mode)) { state.mode = mode; state.exercise[mode] = asked; } });
  ["scores", "lists"].forEach(function (mode) { if (!exercise(state.exercise[mode], mode)) state.exercise[mode] = ""; });
  root.hidden = false;
  if (window.matchMedia("(max-width: 44.9em)").matches) at("hk-setup").open = false;
  changed();
})();
