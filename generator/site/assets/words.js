// Words of the catalogue, as generator/strings gives them to print.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});

  // {placeholders} filled in; of words in two forms, one or other is taken by values.count.
  huddlekit.fill = function (words, values = {}) {
    const chosen = typeof words === "object" ? (values.count === 1 ? words.one : words.other) : words;
    return String(chosen).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  };
  huddlekit.counted = (words, count) => huddlekit.fill(words, { count });
  // What stands at a dotted key of the words that composing and running share.
  huddlekit.say = (key, values) => huddlekit.fill(key.split(".").reduce((part, name) => part[name], huddlekit.tables.words), values);
  // Minutes from the start as a clock shows them: 0:23.
  huddlekit.clock = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
})();
