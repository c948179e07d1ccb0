// Searches the library: words with synonyms, filters and their counts. Needs data/find.js before it; data/fulltext.js may come later.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, data = huddlekit.find;
  var SHORT = 4, NAME = 3, LINE = 2, BODY = 1;

  // As plain and stem in generator/site/fulltext.py, which writes the words that are looked up here.
  function plain(text) {
    var bare = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
    return bare.toLowerCase().replace(/[’‘']/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }
  function stem(word) { return word.replace(/(..[^s])s$|(.{3}[^e])ed$|(.{4})ing$/, "$1$2$3"); }
  function stemmed(text) { return plain(text).split(" ").map(stem).join(" "); }
  function number(text) { var value = parseInt(text, 10); return value > 0 ? value : 0; }

  var values = {
    kind: data.kinds.map(function (each) { return each[0]; }),
    theme: tagsOf("themes"), setting: tagsOf("settings"), audience: tagsOf("audiences"),
    customer: ["external", "internal"], status: data.statuses, minutes: data.limits.map(String),
    paper: ["none"], prep: ["none"], call: ["yes"], mine: ["yes"]
  };
  function tagsOf(name) { return data.vocabularies[name].map(function (each) { return each[0]; }); }
  function labelsOf(name, numbers) { return (numbers || []).map(function (each) { return data.vocabularies[name][each][1]; }); }

  // What an entry fits, by filter, as numbers of the values above. Lists that many entries have in common are made once.
  var all = {}, alone = values.kind.concat(values.status).map(function (_, at) { return [at]; }), none = [];
  ["setting", "audience", "customer"].forEach(function (name) { all[name] = values[name].map(function (_, at) { return at; }); });
  var within = {};
  function limits(least) {
    if (!within[least]) within[least] = data.limits.map(function (_, at) { return at; }).filter(function (at) { return data.limits[at] >= least; });
    return within[least];
  }
  function fitting(entry) {
    var status = values.status.indexOf(entry.state);
    return {
      kind: alone[entry.kindNumber], theme: entry.themes || none, setting: entry.settings || all.setting, audience: entry.audiences || all.audience,
      customer: entry.customer ? alone[values.customer.indexOf(entry.customer)] : all.customer,
      status: status < 0 ? none : alone[status], minutes: limits(entry.minutes ? entry.minutes[0] : 0),
      paper: entry.fits & data.fits.paper ? alone[0] : none, prep: entry.fits & data.fits.prep ? alone[0] : none,
      call: entry.fits & data.fits.call ? alone[0] : none, mine: none
    };
  }
  var entries = window.huddlekit.records;
  entries.forEach(function (entry) { entry.fitting = fitting(entry); });

  // Names, lines and labels as they are searched; made when first needed, or in a quiet moment before.
  var texts = null, labels = {};
  function labelText(entry) {
    var key = [entry.kind, entry.themes, entry.settings, entry.state].join("|");
    if (!labels[key]) {
      var said = data.words.kinds[entry.kind].concat(labelsOf("themes", entry.themes), labelsOf("settings", entry.settings), data.states[entry.state] || []);
      labels[key] = plain(said.join(" "));
    }
    return labels[key];
  }
  function ready() {
    texts = texts || entries.map(function (entry) {
      return { name: " " + plain(entry.name) + " ", line: " " + plain(entry.line || "") + " " + labelText(entry) + " " };
    });
    return texts;
  }

  // A query is a list of groups; an entry must hold one term of every group. A known synonym brings its whole row.
  var synonyms = null, small = {};
  data.small.split(" ").forEach(function (word) { small[stem(word)] = true; });
  function terms() {
    if (synonyms) return synonyms;
    synonyms = [];
    data.synonyms.forEach(function (row) {
      var plainRow = row.map(stemmed);
      plainRow.forEach(function (term) { synonyms.push({ term: term, row: plainRow }); });
    });
    synonyms.sort(function (one, other) { return other.term.length - one.term.length; });
    return synonyms;
  }
  function groupsOf(query) {
    var rest = " " + stemmed(query) + " ", groups = [];
    terms().forEach(function (each) {
      if (rest.indexOf(" " + each.term + " ") < 0) return;
      rest = rest.split(" " + each.term + " ").join(" ");
      groups.push({ terms: each.row.map(function (term) { return { text: term, whole: term.length <= SHORT || term.indexOf(" ") > 0 }; }) });
    });
    rest.split(" ").filter(Boolean).forEach(function (word) { groups.push({ terms: [{ text: word, whole: false }], small: Boolean(small[word]) }); });
    // Small words stand in nearly every text: alone they are looked for in names, beside others they only sort.
    var telling = groups.some(function (group) { return !group.small; });
    groups.forEach(function (group) { group.optional = telling && group.small; });
    return groups;
  }
  function holds(text, term) {
    if (!term.whole) return text.indexOf(" " + term.text) >= 0;
    return text.indexOf(" " + term.text + " ") >= 0 || text.indexOf(" " + term.text + "s ") >= 0;
  }

  // The words of all other fields, once their script is there. Places are read when a word is first asked for.
  var index = null;
  function fulltext() {
    if (index || !huddlekit.fulltext) return index;
    var before = "";
    index = { words: huddlekit.fulltext.words.split(" ").map(function (each) {
      before = before.slice(0, parseInt(each.charAt(0), 36)) + each.slice(1);
      return before;
    }), places: huddlekit.fulltext.places.split(" ") };
    return index;
  }
  var LAST = 64, MORE = 24, shift = [];
  (function () { for (var code = 35, at = 0; code < 127; code += 1) if (code !== 60 && code !== 92) { shift[code] = at; at += 1; } })();
  function mark(written, hits) {
    var place = -1, high = 0;
    for (var i = 0; i < written.length; i += 1) {
      var digit = shift[written.charCodeAt(i)];
      if (digit >= LAST) { high = high * MORE + digit - LAST; continue; }
      place += high * LAST + digit + 1;
      high = 0;
      hits[place] = BODY;
    }
  }
  function firstFrom(words, sought) {
    var low = 0, high = words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (words[middle] < sought) low = middle + 1; else high = middle;
    }
    return low;
  }
  function isHit(word, sought, whole) { return whole ? word === sought : word.lastIndexOf(sought, 0) === 0; }
  function bodies(group) {
    var hits = new Uint8Array(entries.length), known = fulltext();
    if (known) group.terms.forEach(function (term) { markAll(known, term.text.replace(/ /g, "_"), term.whole, hits); });
    return hits;
  }
  function markAll(known, sought, whole, hits) {
    var at = firstFrom(known.words, sought);
    // Half an ending is typed ("listeni"): what stands before it is the word.
    for (var cut = 1; !whole && cut < 4 && !isHit(known.words[at] || "", sought, false); cut += 1) {
      var shorter = sought.slice(0, -cut), place = firstFrom(known.words, shorter);
      if (shorter.length > 3 && known.words[place] === shorter) { mark(known.places[place], hits); return; }
    }
    for (; at < known.words.length && isHit(known.words[at], sought, whole); at += 1) mark(known.places[at], hits);
  }

  // A number for each entry, 0 where a word is missing; nothing when no words are given.
  function scoresOf(query) {
    var groups = groupsOf(query);
    if (!groups.length) return null;
    var total = new Uint16Array(entries.length).fill(1), searched = ready();
    groups.forEach(function (group) {
      var best = bodies(group);
      for (var i = 0; i < total.length; i += 1) {
        if (!total[i]) continue;
        for (var j = 0; j < group.terms.length && best[i] < NAME; j += 1) {
          if (holds(searched[i].name, group.terms[j])) best[i] = NAME;
          else if (best[i] < LINE && holds(searched[i].line, group.terms[j])) best[i] = LINE;
        }
        total[i] = best[i] || group.optional ? total[i] + best[i] : 0;
      }
    });
    return total;
  }

  function chosenOf(state) {
    return Object.keys(values).filter(function (name) { return state[name] && state[name].length; }).map(function (name) {
      var set = new Uint8Array(values[name].length);
      [].concat(state[name]).forEach(function (value) { var at = values[name].indexOf(value); if (at >= 0) set[at] = 1; });
      return { name: name, set: set };
    });
  }
  function anyOf(numbers, set) {
    for (var i = 0; i < numbers.length; i += 1) if (set[numbers[i]]) return true;
    return false;
  }
  function add(counts, numbers) { for (var i = 0; i < numbers.length; i += 1) counts[numbers[i]] += 1; }

  // One pass over all entries. The count on a choice says how many are found with it alone in its filter, the others as they are:
  // an entry that fails nowhere counts in every filter, one that fails in a single filter counts there.
  function search(state, mine) {
    var scores = scoresOf(state.words || ""), chosen = chosenOf(state), group = number(state.group), found = [], counts = {}, names = Object.keys(values);
    names.forEach(function (name) { counts[name] = new Uint32Array(values[name].length); });
    entries.forEach(function (entry) {
      if (scores && !scores[entry.number]) return;
      if (group && entry.group && (group < entry.group[0] || group > entry.group[1])) return;
      var fits = entry.fitting, failed = "", i;
      fits.mine = mine[entry.id] ? alone[0] : none;
      for (i = 0; i < chosen.length; i += 1) {
        if (anyOf(fits[chosen[i].name], chosen[i].set)) continue;
        if (failed) return;
        failed = chosen[i].name;
      }
      if (failed) { add(counts[failed], fits[failed]); return; }
      found.push(entry);
      for (i = 0; i < names.length; i += 1) add(counts[names[i]], fits[names[i]]);
    });
    if (scores) found.sort(function (one, other) { return scores[other.number] - scores[one.number] || one.number - other.number; });
    return { found: found, counts: counts };
  }

  huddlekit.finder = { data: data, entries: entries, values: values, search: search, ready: ready, fulltext: fulltext, labelsOf: labelsOf, number: number };
})();
