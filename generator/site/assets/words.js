// Words of the catalogue, as generator/strings gives them to print.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});

  // What stands at a dotted key, with {placeholders} filled in; one and other follow the count.
  huddlekit.say = function (key, values = {}) {
    let found = key.split(".").reduce((part, name) => part[name], huddlekit.tables.words);
    if (typeof found !== "string") found = values.count === 1 ? found.one : found.other;
    return found.replace(/\{(\w+)\}/g, (whole, name) => String(values[name]));
  };
  // Minutes from the start as a clock shows them: 0:23.
  huddlekit.clock = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
})();
