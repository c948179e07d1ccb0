// The page of favourites and of what was used when. Names come from the library; what has left it keeps the name it had.
(function () {
  "use strict";
  var kit = window.huddlekit, keep = kit.keep, words = kit.mine, LONGEST = 12;
  var fill = kit.fill, make = kit.elements.make, add = kit.elements.add;
  var library = new Map(kit.records.map(function (entry) { return [entry.id, entry]; }));
  var only = "*", quiet = false;

  function at(id) { return document.getElementById(id); }
  function button(text, label, pressed) {
    var made = make("button", "hk-small", text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", pressed);
    return made;
  }
  function say(text) { at("hk-said").textContent = text; }
  function teamName(name) { return name || words.default_team; }
  function dayText(day) {
    var part = day.split("-").map(Number);
    return new Date(part[0], part[1] - 1, part[2]).toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" });
  }

  // An entry as the library has it now, under its new id where it has moved; else with the name it was kept under.
  function resolved(id, name) {
    var found = library.get(id) || library.get(words.moved[id]);
    if (!found) return { name: name || id, gone: true };
    return { name: found.name, page: found.page, kind: words.kinds[found.kind], line: found.line };
  }
  function nameOf(found) {
    if (!found.page) return make("b", "", found.name);
    var link = make("a", "", found.name);
    link.href = found.page;
    return link;
  }
  // After a row is taken away the keyboard goes on from the one that took its place, or from the heading.
  function remove(row, id, name, heading) {
    var place = Array.prototype.indexOf.call(row.parentNode.children, row), list = row.parentNode;
    if (!keep.forget(id)) return;
    say(fill(words.removed, { name: name }));
    var next = list.children[Math.min(place, list.children.length - 1)];
    (next && next.querySelector("[data-remove]") || at(heading)).focus();
  }
  function remover(row, id, name, heading) {
    var made = button(words.remove, fill(words.remove_label, { name: name }), function () { remove(row, id, name, heading); });
    made.dataset.remove = "";
    return made;
  }
  function favouriteRow(each) {
    var found = resolved(each.id, each.name), row = make("li"), about = make("div"), facts = make("p");
    add(facts, make("span", "hk-kind", found.gone ? words.gone : found.kind), found.line && make("span", "", found.line));
    var today = !found.gone && button(words.used_today, fill(words.used_today_label, { name: found.name, team: teamName(keep.team()) }), function () {
      if (keep.markUsed([each.id], undefined, { title: found.name, page: found.page })) say(fill(words.noted, { name: found.name, team: teamName(keep.team()) }));
    });
    return add(row, add(about, nameOf(found), facts), add(make("div", "hk-mine__buttons"), today, remover(row, each.id, found.name, "hk-favourites-title")));
  }
  function entriesOf(record) {
    if (record.entries.length < 2) return null;
    var made = make("details", "hk-mine__entries"), list = make("ul");
    record.entries.forEach(function (id) { list.appendChild(add(make("li"), nameOf(resolved(id, "")))); });
    return add(made, make("summary", "", fill(words.entries, { count: record.entries.length })), list);
  }
  function field(record, name, title, most) {
    var made = make("input"), values = { name: title, date: dayText(record.when) };
    made.value = name === "team" ? teamName(record.team) : record.note;
    made.maxLength = most;
    made.autocomplete = "off";
    made.setAttribute("aria-label", fill(words[name + "_label"], values));
    if (name === "team") made.setAttribute("list", "hk-teams"); else made.placeholder = words.note_hint;
    made.addEventListener("change", function () {
      var change = {}, given = made.value.trim();
      change[name] = name === "team" && given === words.default_team ? "" : given;
      quietly(function () { keep.change(record.key, change); });
      showTeams();
    });
    return made;
  }
  function usedRow(record) {
    var first = record.entries.length ? resolved(record.entries[0], "") : { name: dayText(record.when) };
    var title = record.title || first.name, found = { name: title, page: record.page || (record.entries.length === 1 ? first.page : "") };
    var row = make("li"), about = make("div"), fields = make("div", "hk-mine__fields");
    if (record.entries.length === 1 && first.gone) found.page = "";
    add(about, make("p", "hk-kind", dayText(record.when)), nameOf(found), entriesOf(record));
    add(fields, field(record, "team", title, 80), field(record, "note", title, 4000));
    return add(row, add(about, fields), add(make("div", "hk-mine__buttons"), remover(row, record.key, title, "hk-used-title")));
  }
  function listed(id, rows, none) {
    at(id).replaceChildren.apply(at(id), rows.length ? rows : [make("li", "hk-mine__none", none)]);
  }

  // Own changes of a field must not lay the page anew under the person who is typing.
  function quietly(change) {
    quiet = true;
    change();
    quiet = false;
    showTrouble();
  }
  function showTrouble() {
    var problem = keep.problem();
    at("hk-trouble").hidden = !problem;
    at("hk-trouble").textContent = problem ? words[problem] : "";
  }
  function option(value, text) {
    var made = make("option", "", text);
    made.value = value;
    return made;
  }
  function showTeams() {
    var names = keep.teams();
    if (only !== "*" && names.indexOf(only) < 0) only = "*";
    at("hk-only-box").hidden = names.length < 2;
    at("hk-only").replaceChildren.apply(at("hk-only"), [option("*", words.all_teams)].concat(names.map(function (name) { return option(name, teamName(name)); })));
    at("hk-only").value = only;
    at("hk-teams").replaceChildren.apply(at("hk-teams"), names.map(function (name) { return option(teamName(name)); }));
    if (document.activeElement !== at("hk-team")) at("hk-team").value = teamName(keep.team());
  }
  function show() {
    if (quiet) return;
    var log = keep.used(), chosen = log.filter(function (record) { return only === "*" || record.team === only; });
    showTrouble();
    showTeams();
    listed("hk-favourites", keep.favourites().slice().reverse().map(favouriteRow), words.no_favourites);
    listed("hk-used", chosen.map(usedRow), only === "*" || !log.length ? words.no_used : fill(words.no_used_with, { team: teamName(only) }));
    at("hk-export").disabled = at("hk-empty").disabled = !log.length && !keep.favourites().length;
  }

  function save() {
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([keep["export"]()], { type: "application/json" }));
    link.download = words.file + "-" + keep.today() + ".json";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  function problemText(problem) {
    if (problem.rule === "full" || problem.rule === "missing") return words[problem.rule];
    return fill(words.problem[problem.rule], { part: words.parts[problem.part], place: problem.place, text: problem.text });
  }
  function told(result) {
    var box = at("hk-imported"), said = [], list = make("ul"), problems = result.problems;
    if (result.added || !problems.length) said.push(make("p", "", result.added ? fill(words.added, { count: result.added }) : words.added_none));
    if (problems.length) {
      problems.slice(0, LONGEST).forEach(function (problem) { list.appendChild(make("li", "", problemText(problem))); });
      if (problems.length > LONGEST) list.appendChild(make("li", "", fill(words.more, { count: problems.length - LONGEST })));
      said.push(make("p", "hk-mine__trouble", fill(words.not_read, { count: problems.length })), list);
    }
    box.replaceChildren.apply(box, said);
  }
  function read(file) {
    if (file.size > 20000000) { told({ added: 0, problems: [{ rule: "size" }] }); return; }
    var reader = new FileReader();
    reader.addEventListener("load", function () { told(keep["import"](String(reader.result))); });
    reader.addEventListener("error", function () { told({ added: 0, problems: [{ rule: "text" }] }); });
    reader.readAsText(file);
  }

  at("hk-team").addEventListener("change", function () {
    var given = at("hk-team").value.trim();
    keep.team(given === words.default_team ? "" : given);
    at("hk-team").value = teamName(keep.team());
  });
  at("hk-only").addEventListener("change", function () { only = at("hk-only").value; show(); });
  at("hk-export").addEventListener("click", save);
  at("hk-import").addEventListener("change", function () {
    if (at("hk-import").files.length) read(at("hk-import").files[0]);
    at("hk-import").value = "";
  });
  at("hk-empty").addEventListener("click", function () { at("hk-sure").returnValue = ""; at("hk-sure").showModal(); });
  at("hk-sure").addEventListener("close", function () {
    if (at("hk-sure").returnValue !== "yes" || !keep.clear()) return;
    at("hk-imported").replaceChildren();
    say(words.cleared);
    at("hk-favourites-title").focus();
  });
  document.addEventListener("huddlekit:kept", show);
  at("hk-mine").hidden = false;
  show();
})();
