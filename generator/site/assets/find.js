// Finds entries: words in any field, filters with counts, the state in the address. Needs find-data.js before it.
(function () {
  "use strict";
  var data = window.huddlekitFind, words = data.words;
  var form = document.getElementById("hk-find"), results = document.getElementById("hk-results");
  var count = document.getElementById("hk-count"), more = document.getElementById("hk-next");
  var clear = document.getElementById("hk-clear"), active = document.getElementById("hk-active");
  var STEP = 30, shown = STEP, found = [], last = "";
  var MANY = ["kind", "theme", "paper", "huddle"], ONE = ["words", "minutes", "group", "setting", "audience", "status", "customer"];

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[’‘']/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }
  function number(text) { var value = parseInt(text, 10); return value > 0 ? value : 0; }

  var synonyms = data.synonyms.map(function (row) { return row.map(plain); });
  var entries = data.entries.map(function (entry, place) {
    return { entry: entry, place: place, name: " " + plain(entry.name) + " ", text: " " + plain([entry.name, entry.line || "", entry.words].join(" ")) + " " };
  });

  // A query is a list of groups; an entry must hold one word of every group. A known synonym brings its whole row.
  function groupsOf(query) {
    var rest = " " + plain(query) + " ", groups = [];
    synonyms.forEach(function (row) {
      var hit = row.filter(function (term) { return rest.indexOf(" " + term + " ") >= 0; });
      if (!hit.length) return;
      hit.forEach(function (term) { rest = rest.split(" " + term + " ").join(" "); });
      groups.push(row);
    });
    return groups.concat(rest.trim().split(" ").filter(Boolean).map(function (word) { return [word]; }));
  }
  function score(item, groups) {
    var total = 0;
    for (var i = 0; i < groups.length; i += 1) {
      var best = 0;
      groups[i].forEach(function (term) {
        if (item.name.indexOf(" " + term) >= 0) best = Math.max(best, 3);
        else if (item.text.indexOf(" " + term) >= 0) best = Math.max(best, 1);
      });
      if (!best) return 0;
      total += best;
    }
    return total || 1;
  }

  var tests = {
    kind: function (entry, chosen) { return chosen.indexOf(entry.kind) >= 0; },
    theme: function (entry, chosen) { return (entry.theme || []).some(function (tag) { return chosen.indexOf(tag) >= 0; }); },
    setting: function (entry, chosen) { return !entry.setting || entry.setting.indexOf(chosen) >= 0; },
    audience: function (entry, chosen) { return !entry.audience || entry.audience.indexOf(chosen) >= 0; },
    customer: function (entry, chosen) { return !entry.customer || entry.customer === chosen; },
    status: function (entry, chosen) { return entry.status === chosen; },
    minutes: function (entry, chosen) { return (entry.minutes || 0) <= number(chosen); },
    group: function (entry, chosen) { return !entry.group || (entry.group[0] <= number(chosen) && number(chosen) <= entry.group[1]); },
    paper: function (entry) { return !entry.paper; },
    huddle: function (entry) { return entry.kind !== "kits" ? false : Boolean(entry.huddle); }
  };

  function fields(name) { return form.querySelectorAll("[name=" + name + "]"); }
  function stateOfForm() {
    var state = {};
    ONE.forEach(function (name) { var value = form.elements[name].value.trim(); if (value) state[name] = value; });
    MANY.forEach(function (name) {
      var chosen = Array.prototype.filter.call(fields(name), function (box) { return box.checked; }).map(function (box) { return box.value; });
      if (chosen.length) state[name] = chosen;
    });
    return state;
  }
  function toForm(state) {
    ONE.forEach(function (name) { form.elements[name].value = state[name] || ""; });
    MANY.forEach(function (name) { fields(name).forEach(function (box) { box.checked = (state[name] || []).indexOf(box.value) >= 0; }); });
  }
  function stateOfAddress() {
    var given = new URLSearchParams(location.search || location.hash.replace(/^#/, "")), state = {};
    ONE.forEach(function (name) { if (given.get(name)) state[name] = given.get(name); });
    MANY.forEach(function (name) { if (given.get(name)) state[name] = given.get(name).split(","); });
    return state;
  }
  function remember(state, replace) {
    var given = new URLSearchParams();
    Object.keys(state).sort().forEach(function (name) { given.set(name, [].concat(state[name]).join(",")); });
    var written = given.toString().replace(/%2C/g, ",");
    var address = location.pathname + (written ? "?" + written : "");
    try {
      if (replace) history.replaceState(null, "", address);
      else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    } catch (problem) { location.hash = written; }
  }

  function passes(entry, state, except) {
    return Object.keys(state).every(function (name) { return name === except || !tests[name] || tests[name](entry, state[name]); });
  }
  // How many would be found with one more choice in a filter, all other filters as they are.
  function showCounts(state, matching) {
    ["kind", "theme", "paper", "huddle"].forEach(function (name) {
      var others = matching.filter(function (item) { return passes(item.entry, state, name); });
      fields(name).forEach(function (box) {
        var label = box.nextElementSibling;
        var many = others.filter(function (item) { return tests[name](item.entry, [box.value]); }).length;
        label.querySelector("[data-count]").textContent = many;
        label.classList.toggle("hk-none", many === 0 && !box.checked);
      });
    });
    ["setting", "audience", "status", "customer", "minutes"].forEach(function (name) {
      var others = matching.filter(function (item) { return passes(item.entry, state, name); });
      Array.prototype.forEach.call(form.elements[name].options, function (option) {
        if (!option.value) return;
        option.dataset.label = option.dataset.label || option.textContent;
        var many = others.filter(function (item) { return tests[name](item.entry, option.value); }).length;
        option.textContent = option.dataset.label + " (" + many + ")";
      });
    });
  }

  function part(tag, text, className) {
    var made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function row(item) {
    var entry = item.entry, made = document.createElement("li"), link = part("a", entry.name);
    var kind = words.kinds[entry.kind];
    var facts = document.createElement("p");
    link.href = entry.page;
    facts.appendChild(part("span", kind, "hk-kind"));
    (entry.facts || []).forEach(function (fact) { facts.appendChild(part("span", fact, "hk-fact")); facts.append(" "); });
    made.appendChild(link);
    if (entry.line) made.appendChild(part("p", entry.line));
    made.appendChild(facts);
    return made;
  }
  function showResults() {
    results.replaceChildren.apply(results, found.slice(0, shown).map(row));
    more.hidden = shown >= found.length;
  }
  function said(one, other, none, many) { return (many === 0 ? none : many === 1 ? one : other).replace("{count}", many); }

  function run() {
    var state = stateOfForm();
    last = JSON.stringify(state);
    var groups = groupsOf(state.words || "");
    var matching = entries.map(function (item) { return { entry: item.entry, place: item.place, score: score(item, groups) }; })
      .filter(function (item) { return item.score > 0; });
    found = matching.filter(function (item) { return passes(item.entry, state); })
      .sort(function (one, other) { return other.score - one.score || one.place - other.place; });
    var set = Object.keys(state).filter(function (name) { return name !== "words" && name !== "kind"; }).length;
    showCounts(state, matching);
    showResults();
    count.textContent = said(words.found_one, words.found_other, words.found_none, found.length);
    active.textContent = set ? said(words.active_one, words.active_other, "", set) : "";
    clear.hidden = !Object.keys(state).length;
  }
  // Leaving the search box says "changed" once more: results must not be laid anew under a finger that taps one.
  function changed(replace) {
    if (JSON.stringify(stateOfForm()) === last) return;
    shown = STEP;
    remember(stateOfForm(), replace);
    run();
  }

  var waiting = 0;
  form.addEventListener("input", function (event) {
    if (event.target.type !== "search" && event.target.type !== "number") return;
    clearTimeout(waiting);
    waiting = setTimeout(function () { changed(true); }, 120);
  });
  form.addEventListener("change", function (event) {
    clearTimeout(waiting);
    changed(event.target.type === "search" || event.target.type === "number");
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); changed(false); });
  clear.addEventListener("click", function () { toForm({}); changed(false); form.elements.words.focus(); });
  more.addEventListener("click", function () {
    var next = shown;
    shown += STEP;
    showResults();
    results.children[next].querySelector("a").focus();
  });
  window.addEventListener("popstate", function () { toForm(stateOfAddress()); shown = STEP; run(); });
  window.addEventListener("pageshow", function () { toForm(stateOfAddress()); run(); });

  form.hidden = false;
  if (window.matchMedia("(max-width: 44.9em)").matches) form.querySelector("details").open = false;
  toForm(stateOfAddress());
  run();
})();
