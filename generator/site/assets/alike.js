// Which quotes of the library a text is like, and whom a name stands for. Needs data/sayings.js, alike-measure.js and
// alike-names.js before it (likeness.py of generator/library does the same; tests/browser/test_alike.py holds all three to their Python).
//   huddlekit.alike.near(text)      best first: [{ id, score, verdict: "same" | "near", kind: "quote" | "misattribution", text, author,
//                                     page, status (quote), known, source, better (misattribution; better may be null) }]
//   huddlekit.alike.author(name)    { person, likely }: the one spelling where the name is known, else null; else who may be meant, or null
//   huddlekit.alike.score(one, two) { score: 0 to 100, verdict: "same" | "near" | "different" }
//   huddlekit.alike.ready()         makes the index, which the first call does otherwise: for a quiet moment
// For known, authors of misattributions are who the words are said to be by.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, data = huddlekit.sayings, rules = data.rules;
  var saying = huddlekit.alikeMeasure.saying, score = huddlekit.alikeMeasure.score, verdict = huddlekit.alikeMeasure.verdict, weight = huddlekit.alikeMeasure.weight;

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

  huddlekit.alike = {
    near: near,
    ready: function () { ready(); },
    author: huddlekit.alikeNames.author,
    score: function (one, other) {
      var much = score(saying(one), saying(other));
      return { score: much, verdict: verdict(much) };
    }
  };
})();
