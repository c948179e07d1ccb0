(function () {
  "use strict";
  // Stand-in until branch write is merged.
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  huddlekit.addEntry = function (kind, answers) {
    return { path: (kind === "story" ? "content/stories/" : "quotes/") + "a-b.yml", yaml: Object.keys(answers).map((k) => k + ": " + answers[k]).join("\n") + "\n" };
  };
})();
