// What data/find.js holds of every entry, as records with names: {kind, kindNumber, number, id, page, slug, name, line …}.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, data = huddlekit.find;

  huddlekit.records = [];
  data.kinds.forEach(function (kind, kindNumber) {
    kind[1].forEach(function (row) {
      var entry = { number: huddlekit.records.length, kind: kind[0], kindNumber: kindNumber };
      data.columns.forEach(function (column, at) { entry[column] = row[at]; });
      entry.id = kind[0] + "/" + entry.slug.replace(/ /g, "-");
      entry.page = (kind[0] === "kits" ? "" : "e/") + entry.id + ".html";
      huddlekit.records.push(entry);
    });
  });
})();
