// What was typed, kept in this browser: {kind, answers by kind, decided by the id of what it is like}.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const KEY = "huddlekit.add", data = huddlekit.add;

  function empty() { return { version: 1, kind: data.kinds[0], answers: Object.fromEntries(data.kinds.map((kind) => [kind, {}])), decided: {} }; }
  function isTheme(tag) { return data.themes.some((each) => each[0] === tag); }
  // What is kept is used only where it has the shape of what this page writes.
  function sound(kept) {
    const made = empty();
    if (!kept || kept.version !== 1) return made;
    if (data.kinds.includes(kept.kind)) made.kind = kept.kind;
    data.kinds.forEach((kind) => data.asked[kind].forEach(({ name, form }) => {
      const value = ((kept.answers || {})[kind] || {})[name];
      if (form === "themes") { if (Array.isArray(value)) made.answers[kind][name] = value.filter(isTheme); }
      else if (typeof value === (form === "tick" ? "boolean" : "string")) made.answers[kind][name] = value;
    }));
    Object.entries(kept.decided || {}).forEach(([id, answer]) => { if (data.words.answers[answer]) made.decided[id] = answer; });
    return made;
  }
  function said(answers) { return Object.values(answers).some((value) => (Array.isArray(value) ? value.length : value)); }
  function filled(state) { return data.kinds.some((kind) => said(state.answers[kind])); }
  // What a link asks for, once: #kind=story, #theme=patience.
  function wished(state) {
    const asked = new URLSearchParams(location.hash.slice(1)), theme = asked.get("theme");
    if (data.kinds.includes(asked.get("kind"))) state.kind = asked.get("kind");
    const themes = state.answers[state.kind].themes || [];
    if (isTheme(theme) && !themes.includes(theme)) state.answers[state.kind].themes = themes.concat(theme);
    try { if (location.hash) history.replaceState(null, "", location.pathname + location.search); } catch (problem) { /* a file keeps its address */ }
    return state;
  }
  huddlekit.addDraft = {
    empty, filled, said,
    load() {
      let kept = null;
      try { kept = JSON.parse(localStorage.getItem(KEY)); } catch (problem) { /* nothing kept, or nothing that can be read */ }
      return wished(sound(kept));
    },
    // Whether the browser keeps it.
    keep(state) {
      try {
        if (filled(state)) localStorage.setItem(KEY, JSON.stringify(state)); else localStorage.removeItem(KEY);
        return true;
      } catch (problem) { return false; }
    },
  };
})();
