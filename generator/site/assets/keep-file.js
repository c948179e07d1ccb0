// Favourites and log out to a file and in again. What comes in is a stranger's: it is read piece by piece, and what is refused is named.
(function () {
  "use strict";
  var keep = window.huddlekit.keep, inside = keep.inside, RECORDS = 5000, SIGNS = 5000000;

  function parsed(text) {
    if (text.length > SIGNS) return { rule: "size" };
    var given = null;
    try { given = JSON.parse(text.replace(/^\uFEFF/, "")); } catch (problem) { return { rule: "text" }; }
    if (!given || typeof given !== "object" || given.huddlekit !== "kept" || given.version === undefined) return { rule: "shape" };
    return given.version === inside.version ? { given: given } : { rule: "version", text: given.version };
  }
  // Records of our own making out of those of a file; `refuse(rule, part, place, text)` hears of every piece left out.
  function reader(refuse) {
    function no(rule, part, place, text) { refuse(rule, part, place, text); return null; }
    function page(record, part, place) {
      if (record.page === undefined || record.page === "" || inside.isPage(record.page)) return record.page || "";
      refuse("page", part, place, record.page);
      return "";
    }
    function favourite(record, place) {
      if (!inside.isId(record.id)) return no("id", "favourites", place, record.id);
      if (record.name !== undefined && !inside.isText(record.name, "name")) return no("words", "favourites", place, record.name);
      return { id: record.id, name: record.name || "", page: page(record, "favourites", place), when: inside.isDay(record.when) ? record.when : "" };
    }
    function used(record, place) {
      var entries = record.entries === undefined ? [] : record.entries, texts = ["title", "team", "note"];
      if (!inside.isDay(record.when)) return no("when", "used", place, record.when);
      if (!Array.isArray(entries) || entries.length > inside.most.entries) return no("entries", "used", place, "");
      var wrong = entries.filter(function (id) { return !inside.isId(id); });
      if (wrong.length) return no("id", "used", place, wrong[0]);
      var bad = texts.filter(function (name) { return record[name] !== undefined && !inside.isText(record[name], name); });
      if (bad.length) return no("words", "used", place, record[bad[0]]);
      var made = { key: /^[a-z0-9]{6,40}$/.test(String(record.key)) ? String(record.key) : inside.mark(), when: record.when, entries: entries.slice(), page: page(record, "used", place) };
      texts.forEach(function (name) { made[name] = record[name] || ""; });
      return made;
    }
    function list(records, part, read) {
      if (records === undefined) return [];
      if (!Array.isArray(records)) { refuse("list", part, "", ""); return []; }
      if (records.length > RECORDS) refuse("many", part, "", RECORDS);
      return records.slice(0, RECORDS).map(function (record, at) {
        var shaped = record && typeof record === "object" && !Array.isArray(record);
        return shaped ? read(record, at + 1) : no("record", part, at + 1, "");
      }).filter(Boolean);
    }
    return function (given) { return { favourites: list(given.favourites, "favourites", favourite), used: list(given.used, "used", used) }; };
  }
  function same(one, other) {
    return ["when", "team", "title", "note"].every(function (name) { return one[name] === other[name]; }) && one.entries.join() === other.entries.join();
  }
  function merge(data, read) {
    var added = 0;
    function put(list, record, known) { if (!list.some(known)) { list.push(record); added += 1; } }
    read.favourites.forEach(function (each) { put(data.favourites, each, function (mine) { return mine.id === each.id; }); });
    read.used.forEach(function (record) {
      if (data.used.some(function (mine) { return mine.key === record.key && !same(mine, record); })) record.key = inside.mark();
      put(data.used, record, function (mine) { return same(mine, record); });
    });
    return added;
  }
  // Adds what a file holds to what is here: {added, problems: [{rule, part, place, text}]}.
  function take(text) {
    var problems = [];
    function refuse(rule, part, place, said) { problems.push({ rule: rule, part: part, place: place, text: said === undefined ? "" : inside.clean(said, "title").slice(0, 60) }); }
    var found = parsed(String(text)), data = inside.load(), added = 0;
    if (found.rule) refuse(found.rule, "", "", found.text);
    else added = merge(data, reader(refuse)(found.given));
    if (added && !inside.store(data)) { refuse(keep.problem(), "", "", ""); added = 0; }
    return { added: added, problems: problems };
  }
  function written() { return JSON.stringify(inside.load(), null, 2) + "\n"; }

  keep["export"] = written;
  keep["import"] = take;
})();
