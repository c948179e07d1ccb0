// Which quotes of the library a text is like, and whom a name stands for. Needs data/sayings.js before it (words.py, measure.py, likeness.py
// and names.py of generator/library do the same; tests/browser/test_alike.py holds them together).
//   huddlekit.alike.near(text)      best first: [{ id, score, verdict: "same" | "near", kind: "quote" | "misattribution", text, author,
//                                     page, status (quote), known, source, better (misattribution; better may be null) }]
//   huddlekit.alike.author(name)    { person, likely }: the one spelling where the name is known, else null; else who may be meant, or null
//   huddlekit.alike.score(one, two) { score: 0 to 100, verdict: "same" | "near" | "different" }
//   huddlekit.alike.ready()         makes the index, which the first call does otherwise: for a quiet moment
// For known, authors of misattributions are who the words are said to be by.
(function () {
  "use strict";
  var huddlekit = (window.huddlekit = window.huddlekit || {}), data = huddlekit.sayings, rules = data.rules;

  function compiled(list, flags) { return list.map(function (rule) { return [new RegExp(rule[0], flags), rule[1]]; }); }
  var joined = compiled(rules.joined, "gu"), variants = compiled(rules.variants, "gu"), endings = compiled(rules.stems, "u");
  var marks = new RegExp("[" + Object.keys(rules.marks).join("") + "]", "g"), WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
  function own(table, key) { return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined; }

  // Small letters without accents, with one sort of apostrophe; then words in one spelling; then their stems.
  function bare(text) {
    var plain = text.replace(marks, function (mark) { return rules.marks[mark]; });
    if (!/^[\x00-\x7f]*$/.test(plain)) plain = plain.normalize("NFKD").replace(/\p{M}/gu, "");
    return plain.toLowerCase();
  }
  function oneSpelling(word) {
    return variants.reduce(function (spelt, rule) { return spelt.replace(rule[0], rule[1]); }, own(rules.spellings, word) || word);
  }
  function writtenOut(found) {
    var words = own(rules.short_forms, found), ending = "";
    if (words === undefined && found.indexOf("'") >= 0) {
      ending = Object.keys(rules.endings).find(function (each) { return found.endsWith(each); }) || "";
      words = found.slice(0, found.length - ending.length) + (rules.endings[ending] || "");
    }
    return (words || found).replace(/'/g, "").split(" ").filter(Boolean).map(oneSpelling);
  }
  function kept(memory, make) {
    return function (word) {
      if (!memory.has(word)) memory.set(word, make(word));
      return memory.get(word);
    };
  }
  var eachWritten = kept(new Map(), writtenOut);
  function spelt(text) {
    var plain = joined.reduce(function (made, rule) { return made.replace(rule[0], rule[1]); }, bare(text));
    return [].concat.apply([], (plain.match(WORD) || []).map(eachWritten)).slice(0, rules.longest);
  }
  var small = new Set(rules.small.split(" ").map(oneSpelling)), kin = {};
  Object.keys(rules.kin).forEach(function (word) { kin[oneSpelling(word)] = oneSpelling(rules.kin[word]); });
  var stem = kept(new Map(), function (word) {
    var known = own(kin, word) || word;
    if (small.has(known)) return known;
    return endings.reduce(function (left, rule) { return left.replace(rule[0], rule[1]); }, known);
  });
  function weight(each) { return small.has(each.split(" ")[0]) ? rules.weights.small : rules.weights.other; }
  function sum(list) { return list.reduce(function (total, each) { return total + weight(each); }, 0); }
  function saying(text) {
    var words = spelt(text), made = words.map(stem), seen = new Map();
    var marked = made.map(function (each) {
      seen.set(each, (seen.get(each) || 0) + 1);
      return seen.get(each) === 1 ? each : each + " " + seen.get(each);
    });
    return { letters: words.join(""), stems: made, marked: new Set(marked), weight: sum(made) };
  }

  // The measure: see score() in measure.py.
  function oneOff(word, another) {
    var one = Array.from(word), other = Array.from(another), start = 0, end = 0, least = Math.min(one.length, other.length);
    while (start < least && one[start] === other[start]) start += 1;
    while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
    var first = one.slice(start, one.length - end), second = other.slice(start, other.length - end);
    return Math.max(first.length, second.length) <= 1 || (first.length === 2 && second.length === 2 && first[0] === second[1] && first[1] === second[0]);
  }
  function leftOver(one, other) {
    return one.stems.filter(function (each) { return Array.from(each).length >= rules.one_off && !other.marked.has(each) && !small.has(each); });
  }
  function slipsMended(one, other) {
    var made = other.stems.slice(), yours = leftOver(other, one), mended = 0;
    leftOver(one, other).forEach(function (each) {
      var at = yours.findIndex(function (word) { return oneOff(each, word); });
      if (at < 0) return;
      made[made.indexOf(yours[at])] = each;
      yours.splice(at, 1);
      mended += weight(each);
    });
    return [made, mended];
  }
  function inOrder(one, other) {
    var best = new Array(other.length + 1).fill(0);
    one.forEach(function (each) {
      var worth = weight(each), before = 0;
      for (var at = 1; at <= other.length; at += 1) {
        var here = best[at];
        best[at] = other[at - 1] === each ? before + worth : Math.max(here, best[at - 1]);
        before = here;
      }
    });
    return best[other.length];
  }
  function part(one, all) {
    if (one.weight < rules.part.least) return 0;
    var length = Math.floor((one.stems.length * rules.part.stretch[0]) / rules.part.stretch[1]), wanted = new Map(), have = new Map(), start = 0, now = 0, best = 0;
    function count(map, word) { return map.get(word) || 0; }
    one.stems.forEach(function (each) { wanted.set(each, count(wanted, each) + 1); });
    all.forEach(function (each, at) {
      if (count(have, each) < count(wanted, each)) now += weight(each);
      have.set(each, count(have, each) + 1);
      if (at >= length) {
        var gone = all[at - length];
        have.set(gone, count(have, gone) - 1);
        if (count(have, gone) < count(wanted, gone)) now -= weight(gone);
      }
      if (now > best) {
        best = now;
        start = Math.max(0, at + 1 - length);
      }
    });
    return Math.floor(((best + inOrder(one.stems, all.slice(start, start + length))) * 50) / one.weight) - rules.part.off;
  }
  function score(one, other) {
    if (one.letters === other.letters) return one.letters ? 100 : 0;
    if (one.weight > other.weight || (one.weight === other.weight && one.letters > other.letters)) return score(other, one);
    var shared = sum(Array.from(one.marked).filter(function (each) { return other.marked.has(each); }));
    if (!shared || shared * 100 < rules.gate * one.weight) return 0;
    var mended = slipsMended(one, other), alike = shared + mended[1] + inOrder(one.stems, mended[0]);
    var whole = Math.floor((alike * 100) / (one.weight + other.weight));
    return Math.min(99, Math.max(whole, part(one, mended[0])));
  }
  function verdict(much) { return much === 100 ? "same" : much >= rules.near ? "near" : "different"; }

  // All that is known, and for each stem the numbers of those who hold it.
  var index = null;
  function ready() {
    if (index) return index;
    index = { known: [], holders: new Map() };
    data.quotes.forEach(function (row) {
      index.known.push({ id: row[0], kind: "quote", text: row[1], author: row[2], status: row[3], page: "e/" + row[0] + ".html" });
    });
    data.wrong.forEach(function (row) {
      var told = { id: row[0], kind: "misattribution", text: row[1], author: row[2], page: "e/" + row[0] + ".html" };
      index.known.push(Object.assign(told, { known: row[3], source: row[4], better: row[5] }));
    });
    index.sayings = index.known.map(function (each) { return saying(each.text); });
    index.sayings.forEach(function (each, number) {
      ["=" + each.letters].concat(Array.from(each.marked)).forEach(function (key) {
        if (!index.holders.has(key)) index.holders.set(key, []);
        index.holders.get(key).push(number);
      });
    });
    return index;
  }
  function near(text) {
    var made = ready(), one = saying(text), shared = new Int32Array(made.known.length), found = [];
    one.marked.forEach(function (each) {
      var worth = weight(each);
      (made.holders.get(each) || []).forEach(function (number) { shared[number] += worth; });
    });
    (made.holders.get("=" + one.letters) || []).forEach(function (number) { shared[number] += one.weight; });
    shared.forEach(function (common, number) {
      if (!common || common * 100 < rules.gate * Math.min(one.weight, made.sayings[number].weight)) return;
      var much = score(one, made.sayings[number]);
      if (much >= rules.near) found.push(Object.assign({ score: much, verdict: verdict(much) }, made.known[number]));
    });
    return found.sort(function (first, second) { return second.score - first.score || (first.id < second.id ? -1 : 1); });
  }

  // Names: see names.py. The surest likeness has the smallest number.
  var SAME = 0, ORDER = 1, INITIALS = 2, SLIP = 3, FAMILY = 4, PLAIN = /[\p{L}\p{N}]+/gu;
  var titles = rules.names.titles.split(" "), degrees = rules.names.degrees.split(" ");
  function age(word) { return own(rules.names.ages, word); }
  function plainWords(text) { return text.replace(/'/g, "").match(PLAIN) || []; }
  var nameOf = kept(new Map(), function (written) {
    var spoken = bare(written).replace(/\([^)]*\)/g, " "), comma = spoken.indexOf(",");
    var first = plainWords(comma < 0 ? spoken : spoken.slice(0, comma)), after = comma < 0 ? "" : spoken.slice(comma + 1), last = plainWords(after);
    var rank = !last.length || age(last[0]) || degrees.indexOf(last[0]) >= 0;
    var turned = comma >= 0 && after.indexOf(",") < 0 && first.concat(last).indexOf("and") < 0 && !rank;
    var words = turned ? last.concat(first) : first.concat(last);
    var plain = words.filter(function (word, at) { return !(at && degrees.indexOf(word) >= 0) && !age(word); });
    while (plain.length > 1 && titles.indexOf(plain[0]) >= 0) plain.shift();
    return { words: plain, age: words.map(age).find(Boolean) || "" };
  });
  function fits(word, another) {
    var one = Array.from(word), other = Array.from(another);
    return word === another || ((one.length === 1 || other.length === 1) && one[0] === other[0]);
  }
  function byInitials(short, long) {
    if (short.length < 2 || short[short.length - 1] !== long[long.length - 1] || !fits(short[0], long[0])) return false;
    var at = 0, given = long.length - 1;
    return short.slice(0, -1).every(function (name) {
      while (at < given) if (fits(name, long[at++])) return true;
      return false;
    });
  }
  function oneSlip(short, long) {
    if (short.length !== long.length) return false;
    var apart = short.map(function (word, at) { return [word, long[at]]; }).filter(function (pair) { return pair[0] !== pair[1]; });
    return apart.length === 1 && Math.min.apply(null, apart[0].map(function (word) { return Array.from(word).length; })) >= rules.names.least && oneOff(apart[0][0], apart[0][1]);
  }
  function twoAges(one, other) {
    var first = nameOf(one).age, second = nameOf(other).age;
    return Boolean(first && second) && first !== second;
  }
  function likeName(one, other) {
    var first = nameOf(one).words, second = nameOf(other).words, turn = first.length - second.length || (first.join(" ") > second.join(" ") ? 1 : -1);
    var short = turn > 0 ? second : first, long = turn > 0 ? first : second;
    if (!short.length || twoAges(one, other)) return null;
    if (short.join("") === long.join("")) return SAME;
    if (short.slice().sort().join(" ") === long.slice().sort().join(" ")) return ORDER;
    if (byInitials(short, long)) return INITIALS;
    if (oneSlip(short, long)) return SLIP;
    return short.length === 1 && long.length > 1 && short[0] === long[long.length - 1] ? FAMILY : null;
  }
  function key(name) { return plainWords(bare(name)).join(" "); }
  var people = null;
  function author(name) {
    if (!people) {
      people = { spellings: [], persons: new Map() };
      data.people.forEach(function (row) { row.forEach(function (spelling) { people.spellings.push([spelling, row[0]]); }); });
      people.spellings.forEach(function (each) { if (!people.persons.has(key(each[0]))) people.persons.set(key(each[0]), each[1]); });
    }
    var person = people.persons.get(key(name)) || null, found = [];
    if (person) return { person: person, likely: null };
    people.spellings.forEach(function (each) {
      var how = likeName(name, each[0]);
      if (how !== null && !twoAges(name, each[1])) found.push([how, each[1]]);
    });
    found.sort(function (first, second) { return first[0] - second[0]; });
    var families = new Set(found.filter(function (each) { return each[0] === FAMILY; }).map(function (each) { return each[1]; }));
    var best = found[0];
    return { person: null, likely: !best || (best[0] === FAMILY && families.size > 1) ? null : best[1] };
  }

  huddlekit.alike = {
    near: near,
    ready: function () { ready(); },
    author: author,
    score: function (one, other) {
      var much = score(saying(one), saying(other));
      return { score: much, verdict: verdict(much) };
    }
  };
})();
