(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  huddlekit.addChecks = function (kind, answers) {
    return huddlekit.add.asked[kind].filter((each) => each.needed && !answers[each.name]).map((each) => ({ field: each.name, rule: "missing", severity: "error", message: "Please fill this in.", hint: "" }));
  };
})();
