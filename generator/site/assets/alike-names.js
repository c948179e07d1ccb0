// Whom a name stands for. Needs data/sayings.js and alike-measure.js before it (names.py of generator/library does the same).
(function () {
  "use strict";
  var huddlekit = window.huddlekit, data = huddlekit.sayings, rules = data.rules;
  var bare = huddlekit.alikeMeasure.bare, kept = huddlekit.alikeMeasure.kept, oneOff = huddlekit.alikeMeasure.oneOff, own = huddlekit.alikeMeasure.own;

  // The surest likeness has the smallest number.
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

  huddlekit.alikeNames = { author: author };
})();
