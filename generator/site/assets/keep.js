// Favourites and the used-it log: kept in this browser alone, on every page; a star keeps what it stands beside.
(function () {
  "use strict";
  if (window.huddlekit && window.huddlekit.keep) return; // a page may ask for it before the site does
  var KEY = "huddlekit.kept", ASIDE = "huddlekit.kept.unread", VERSION = 1;
  var ID = /^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/, PAGE = /^(?:e|kits)\/[a-z0-9/-]+\.html$/, DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
  var UNFIT = "[\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u200B-\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]";
  var MOST = { id: 200, name: 1000, title: 1000, team: 80, note: 4000, entries: 500 }, trouble = "";

  function empty() { return { huddlekit: "kept", version: VERSION, team: "", favourites: [], used: [] }; }
  function isId(value) { return typeof value === "string" && value.length <= MOST.id && ID.test(value); }
  function isPage(value) { return typeof value === "string" && value.length <= 300 && PAGE.test(value); }
  function isText(value, what) { return typeof value === "string" && value.length <= MOST[what] && !new RegExp(UNFIT).test(value); }
  function isDay(value) {
    var found = typeof value === "string" && DAY.exec(value);
    if (!found) return false;
    var day = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
    return day.getMonth() === Number(found[2]) - 1 && day.getDate() === Number(found[3]);
  }
  function dayOf(when) {
    if (isDay(when)) return when;
    var day = when ? new Date(when) : new Date();
    if (isNaN(day)) day = new Date();
    return [String(day.getFullYear()).padStart(4, "0"), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");
  }
  function clean(text, what) { return String(text || "").replace(new RegExp(UNFIT, "g"), " ").trim().slice(0, MOST[what]); }
  function mark() { return Date.now().toString(36) + Math.random().toString(36).slice(2, 8); }

  // The store is read anew each time, so that two windows do not overwrite each other. What cannot be read is put aside.
  function load() {
    var text = null;
    try { text = localStorage.getItem(KEY); } catch (problem) { trouble = "missing"; }
    if (text === null || text === undefined) return empty();
    var kept = null;
    try { kept = JSON.parse(text); } catch (problem) { /* told below */ }
    if (!kept || kept.version !== VERSION || !Array.isArray(kept.favourites) || !Array.isArray(kept.used)) { setAside(text); return empty(); }
    return Object.assign(empty(), {
      team: isText(kept.team, "team") ? kept.team : "",
      favourites: kept.favourites.filter(function (each) { return each && isId(each.id); }),
      used: kept.used.filter(function (record) { return record && isDay(record.when) && Array.isArray(record.entries); })
    });
  }
  function setAside(text) {
    trouble = "broken";
    try { localStorage.setItem(ASIDE, text); } catch (problem) { /* no room: the old text stays until the next thing is kept */ }
  }
  function available() { try { return window.localStorage.getItem(KEY) !== undefined; } catch (problem) { return false; } }
  function store(data) {
    var kept = true;
    try {
      localStorage.setItem(KEY, JSON.stringify(data));
      if (trouble !== "broken") trouble = "";
    } catch (problem) {
      trouble = available() ? "full" : "missing";
      kept = false;
    }
    tell();
    return kept;
  }
  function tell() { document.dispatchEvent(new CustomEvent("huddlekit:kept", { detail: { problem: trouble } })); }
  // "" or why nothing can be kept ("missing", "full"), or that something old could not be read ("broken").
  function problem() { load(); return available() ? trouble : "missing"; }

  function favourites() { return load().favourites; }
  function isFavourite(id) { return favourites().some(function (each) { return each.id === id; }); }
  // True when it is a favourite afterwards. `known` may hold its name and its page as seen from the root of the site.
  function toggle(id, known) {
    if (!isId(id)) return false;
    var data = load(), others = data.favourites.filter(function (each) { return each.id !== id; });
    var added = others.length === data.favourites.length, about = known || {};
    if (added) others.push({ id: id, name: clean(about.name, "name"), page: isPage(about.page) ? about.page : "", when: dayOf() });
    data.favourites = others;
    return store(data) ? added : !added;
  }
  // The log, newest first: [{key, when, entries, title, page, team, note}].
  function used() {
    return load().used.map(function (record, at) { return { record: record, at: at }; })
      .sort(function (one, other) { return one.record.when < other.record.when ? 1 : one.record.when > other.record.when ? -1 : other.at - one.at; })
      .map(function (each) { return each.record; });
  }
  // Notes that entries were used. `when`: "2026-05-04", a Date, or nothing for today. `what`: {title, page, team, note}, all optional;
  // without a team it is the one chosen now. Returns the key of the record, or "" when it could not be kept.
  function markUsed(ids, when, what) {
    var data = load(), about = what || {}, key = mark();
    var entries = [].concat(ids).filter(isId).filter(function (id, at, all) { return all.indexOf(id) === at; }).slice(0, MOST.entries);
    data.used.push({
      key: key, when: dayOf(when), entries: entries, title: clean(about.title, "title"), page: isPage(about.page) ? about.page : "",
      team: about.team === undefined ? data.team : clean(about.team, "team"), note: clean(about.note, "note")
    });
    return store(data) ? key : "";
  }
  // Changes note, team or day of a record.
  function change(key, changes) {
    var data = load(), found = data.used.filter(function (record) { return record.key === key; })[0];
    if (!found) return false;
    ["note", "team"].forEach(function (name) { if (changes[name] !== undefined) found[name] = clean(changes[name], name); });
    if (isDay(changes.when)) found.when = changes.when;
    return store(data);
  }
  // Takes away a record of the log by its key, or a favourite by its id.
  function forget(id) {
    var data = load();
    data.used = data.used.filter(function (record) { return record.key !== id; });
    data.favourites = data.favourites.filter(function (each) { return each.id !== id; });
    return store(data);
  }
  function clear() { trouble = ""; return store(empty()); }
  // Ids of entries used in the last so many days, today included; with a team, those used with it.
  function lately(days, team) {
    var from = new Date(), ids = [];
    from.setDate(from.getDate() - days);
    var since = dayOf(from);
    load().used.forEach(function (record) {
      if (record.when < since || (team !== undefined && record.team !== team)) return;
      record.entries.forEach(function (id) { if (ids.indexOf(id) < 0) ids.push(id); });
    });
    return ids;
  }
  // The team chosen now ("" is the one without a name), or with a name: chooses it.
  function team(name) {
    var data = load();
    if (name === undefined) return data.team;
    data.team = clean(name, "team");
    store(data);
    return data.team;
  }
  function teams() {
    var data = load(), names = ["", data.team].concat(data.used.map(function (record) { return record.team; }));
    return names.filter(function (name, at) { return names.indexOf(name) === at; });
  }

  function showStar(star) {
    star.hidden = !available();
    star.setAttribute("aria-pressed", String(isFavourite(star.dataset.id)));
    if (!star.hasAttribute("aria-label")) star.setAttribute("aria-label", star.dataset.name || star.dataset.id);
  }
  function stars() { document.querySelectorAll(".hk-star[data-id]").forEach(showStar); }
  function press(star) {
    toggle(star.dataset.id, { name: star.dataset.name, page: star.dataset.page });
    var said = star.nextElementSibling, known = said && said.classList.contains("hk-star__said");
    if (!known) {
      said = document.createElement("span");
      said.className = "hk-star__said";
      said.setAttribute("role", "status");
      star.insertAdjacentElement("afterend", said);
    }
    said.textContent = trouble === "full" || trouble === "missing" ? star.dataset.full || "" : "";
  }

  window.huddlekit = window.huddlekit || {};
  window.huddlekit.keep = {
    favourites: favourites, isFavourite: isFavourite, toggle: toggle, used: used, markUsed: markUsed, change: change, forget: forget, clear: clear,
    lately: lately, team: team, teams: teams, problem: problem, today: dayOf, stars: stars,
    inside: { load: load, store: store, isId: isId, isDay: isDay, isPage: isPage, isText: isText, clean: clean, mark: mark, most: MOST, version: VERSION }
  };
  document.addEventListener("click", function (event) {
    var star = event.target.closest && event.target.closest(".hk-star[data-id]");
    if (star) press(star);
  });
  document.addEventListener("huddlekit:kept", stars);
  window.addEventListener("storage", function (event) { if (event.key === KEY || event.key === null) tell(); });
  window.addEventListener("pageshow", stars);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", stars);
  stars();
})();
