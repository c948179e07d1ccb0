// How much two texts have in common. Needs data/sayings.js before it (words.py and measure.py of generator/library do the same).
(function () {
  "use strict";
  var huddlekit = (window.huddlekit = window.huddlekit || {}), rules = huddlekit.sayings.rules;

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

  huddlekit.alikeMeasure = { bare: bare, kept: kept, oneOff: oneOff, own: own, saying: saying, score: score, verdict: verdict, weight: weight };
})();
