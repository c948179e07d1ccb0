// The page that finds things: form, address and results. Needs find-search.js and find-cards.js before it.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, finder = huddlekit.finder, words = finder.data.words, fill = huddlekit.fill;
  var STEP = 30, TYPING = 80, shown = STEP, found = [], last = "";
  var MANY = ["kind", "theme", "paper", "prep", "call", "mine"], ONE = ["words", "minutes", "group", "setting", "audience", "status", "customer"];
  function at(id) { return document.getElementById("hk-" + id); }
  var form = at("find"), results = at("results"), more = at("more"), phone = window.matchMedia("(max-width: 59.9375em)");

  // Boxes and options are looked up once: their counts change with every choice.
  var boxes = {}, options = {};
  MANY.forEach(function (name) {
    boxes[name] = Array.prototype.map.call(form.querySelectorAll("[name=" + name + "]"), function (box) {
      return { box: box, label: box.parentNode, chip: box.nextElementSibling, count: box.nextElementSibling.querySelector("[data-count]"), text: box.nextElementSibling.textContent.trim() };
    });
  });
  ["minutes", "setting", "audience", "status", "customer"].forEach(function (name) {
    options[name] = Array.prototype.filter.call(form.elements[name].options, function (option) { return option.value; })
      .map(function (option) { return { option: option, text: option.textContent }; });
  });

  function stateOfForm() {
    var state = {};
    ONE.forEach(function (name) { var value = form.elements[name].value.trim(); if (value) state[name] = value; });
    MANY.forEach(function (name) {
      var chosen = boxes[name].filter(function (each) { return each.box.checked; }).map(function (each) { return each.box.value; });
      if (chosen.length) state[name] = chosen;
    });
    return state;
  }
  // Twelve minutes in an address are ten at most in the form: the most that is offered and still enough.
  function offered(name, value) {
    if (name === "group") return finder.number(value) ? String(finder.number(value)) : "";
    if (name !== "minutes" || !value) return value || "";
    var enough = finder.data.limits.filter(function (limit) { return limit <= finder.number(value); });
    return String(enough.length ? enough[enough.length - 1] : finder.data.limits[0]);
  }
  function toForm(state) {
    ONE.forEach(function (name) {
      var field = form.elements[name];
      field.value = offered(name, state[name]);
      if (field.selectedIndex < 0) field.value = "";
    });
    MANY.forEach(function (name) { boxes[name].forEach(function (each) { each.box.checked = (state[name] || []).indexOf(each.box.value) >= 0; }); });
  }
  function stateOfAddress() {
    var given = new URLSearchParams(location.search || location.hash.replace(/^#/, "")), state = {};
    ONE.forEach(function (name) { if (given.get(name)) state[name] = given.get(name); });
    MANY.forEach(function (name) { if (given.get(name)) state[name] = given.get(name).split(","); });
    return state;
  }
  function written(state) {
    var given = new URLSearchParams();
    Object.keys(state).sort().forEach(function (name) { given.set(name, [].concat(state[name]).join(",")); });
    return given.toString().replace(/%2C/g, ",");
  }
  function remember(state, replace) {
    var query = written(state), address = location.pathname + (query ? "?" + query : "");
    try {
      if (replace) history.replaceState(null, "", address);
      else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    } catch (problem) { location.hash = query; }
  }

  // Favourites are kept by keep.js, where it is there.
  function favourites() {
    var kept = {};
    if (huddlekit.keep) huddlekit.keep.favourites().forEach(function (each) { kept[each.id || each] = true; });
    return kept;
  }
  function showCounts(counts) {
    MANY.forEach(function (name) {
      boxes[name].forEach(function (each, place) {
        var many = counts[name][place];
        each.count.textContent = many;
        each.chip.classList.toggle("hk-none", many === 0 && !each.box.checked);
      });
    });
    Object.keys(options).forEach(function (name) {
      options[name].forEach(function (each, place) { each.option.textContent = fill(words.counted, { label: each.text, count: counts[name][place] }); });
    });
    boxes.mine[0].label.hidden = !huddlekit.keep;
  }

  // What is set, each with a button that takes it away.
  function activeOf(state) {
    var set = [];
    ONE.forEach(function (name) {
      if (!state[name]) return;
      var option = (options[name] || []).filter(function (each) { return each.option.value === state[name]; })[0], label = option && option.text;
      if (name === "words") label = fill(words.for_words, { words: state.words });
      if (name === "minutes") label = fill(words.for_minutes, { minutes: huddlekit.counted(words.minutes, finder.number(state.minutes)) });
      if (name === "group") label = huddlekit.counted(words.for_group, finder.number(state.group));
      set.push({ name: name, label: label });
    });
    MANY.forEach(function (name) {
      boxes[name].forEach(function (each) { if (each.box.checked) set.push({ name: name, label: each.text, box: each.box }); });
    });
    return set;
  }
  function pill(each) {
    var made = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = each.label;
    button.setAttribute("aria-label", fill(words.remove, { label: each.label }));
    button.addEventListener("click", function () {
      if (each.box) each.box.checked = false; else form.elements[each.name].value = "";
      changed(false);
      (at("active").querySelector("button") || form.elements.words).focus();
    });
    made.appendChild(button);
    return made;
  }
  function showActive(state) {
    var set = activeOf(state), list = at("active");
    list.replaceChildren.apply(list, set.map(pill));
    list.hidden = !set.length;
    at("clear").hidden = !set.length;
    var inside = set.filter(function (each) { return ["words", "kind", "theme"].indexOf(each.name) < 0; }).length;
    at("set").textContent = inside ? fill(inside === 1 ? words.active_one : words.active_other, { count: inside }) : "";
  }

  // Nothing is there: whoever knows something that belongs there adds it, on the theme that was asked for.
  function showAdd(state) {
    at("add").hidden = Boolean(found.length);
    at("add").firstElementChild.href = "add.html" + (state.theme ? "#theme=" + state.theme[0] : "");
  }

  // No kit is quite right, or none is there: one can be composed for what was chosen.
  function showOffer(state) {
    var offer = at("compose"), sentences = finder.data.compose, link = document.createElement("a");
    var about = ["minutes", "theme", "setting"].filter(function (name) { return state[name]; });
    offer.hidden = !about.length || Boolean(state.kind && state.kind.indexOf("kits") < 0);
    if (offer.hidden) return;
    link.textContent = fill(sentences[about.length === 3 ? "all" : about.join("_")], {
      minutes: state.minutes, setting: finder.data.phrases[state.setting],
      theme: new Intl.ListFormat(document.documentElement.lang || "en").format((state.theme || []).map(themeInSentence))
    });
    var asked = {};
    ["setting", "minutes", "theme", "audience", "customer", "group"].forEach(function (name) { if (state[name]) asked[name] = state[name]; });
    link.href = "compose.html?" + written(asked);
    offer.replaceChildren(link);
  }
  function themeInSentence(tag) {
    return finder.data.vocabularies.themes[finder.values.theme.indexOf(tag)][1].toLocaleLowerCase();
  }

  function showResults(from) {
    var state = stateOfForm(), cards = found.slice(from, shown).map(function (entry) { return finder.card(entry, state); });
    if (from) results.append.apply(results, cards); else results.replaceChildren.apply(results, cards);
    at("next").hidden = shown >= found.length;
    if (huddlekit.keep && huddlekit.keep.stars) huddlekit.keep.stars();
  }
  function run() {
    var state = stateOfForm(), answer = finder.search(state, favourites());
    last = JSON.stringify(state);
    found = answer.found;
    showCounts(answer.counts);
    showActive(state);
    showOffer(state);
    showAdd(state);
    showResults(0);
    at("count").textContent = fill(found.length === 0 ? words.found_none : found.length === 1 ? words.found_one : words.found_other, { count: found.length });
    at("count").classList.toggle("hk-nothing", !found.length);
    if (state.words) wantFulltext();
  }
  // Leaving the search box says "changed" once more: results must not be laid anew under a finger that taps one.
  function changed(replace) {
    if (JSON.stringify(stateOfForm()) === last) return;
    shown = STEP;
    remember(stateOfForm(), replace);
    run();
  }

  // The words of all fields are a script of their own, so that the page is there before them. It loads from a file too.
  var asked = false;
  function wantFulltext() {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = "assets/data/fulltext.js";
    script.onload = function () {
      finder.fulltext();
      if (form.elements.words.value) run();
      form.dataset.words = "all";
    };
    document.body.appendChild(script);
  }
  function whenQuiet(work) {
    if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 3000 }); else setTimeout(work, 300);
  }

  var waiting = 0;
  function isText(field) { return field.type === "search" || field.type === "number"; }
  form.addEventListener("input", function (event) {
    if (!isText(event.target)) return;
    clearTimeout(waiting);
    waiting = setTimeout(function () { changed(true); }, TYPING);
  });
  form.addEventListener("change", function (event) { clearTimeout(waiting); changed(isText(event.target)); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); changed(false); });
  at("clear").addEventListener("click", function () { toForm({}); changed(false); form.elements.words.focus(); });
  at("next").addEventListener("click", function () {
    var next = shown;
    shown += STEP;
    showResults(next);
    results.children[next].querySelector("a").focus();
  });
  at("to-filters").addEventListener("click", function () {
    more.open = true;
    more.firstElementChild.focus();
    form.scrollIntoView();
  });
  window.addEventListener("popstate", function () { toForm(stateOfAddress()); shown = STEP; run(); });
  window.addEventListener("pageshow", function () {
    toForm(stateOfAddress());
    if (huddlekit.keep || JSON.stringify(stateOfForm()) !== last) run();
    whenQuiet(function () { finder.ready(); wantFulltext(); });
  });
  document.addEventListener("huddlekit:kept", function () { if (stateOfForm().mine) run(); });

  // On a phone the way back to the filters shows once they are out of sight.
  if (window.IntersectionObserver) new IntersectionObserver(function (seen) { at("to-filters").hidden = seen[seen.length - 1].isIntersecting; }).observe(more);
  more.open = !phone.matches;
  toForm(stateOfAddress());
  run();
  // What was tapped before this script came still counts.
  var early = huddlekit.early;
  huddlekit.early = null;
  early.forEach(function (each) {
    if (each[0].type === "checkbox") each[0].checked = each[1];
    else each[0].value = each[2];
  });
  changed(false);
})();
