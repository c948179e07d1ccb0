// The page that adds: what is typed is kept in this browser, looked at as one types, and sent when it is ready.
(function () {
  "use strict";
  const huddlekit = window.huddlekit, data = huddlekit.add, words = data.words, fill = huddlekit.fill;
  const make = huddlekit.elements.make, at = (id) => document.getElementById(id);
  const TYPING = 150, root = at("hk-add"), form = at("hk-form"), kinds = data.kinds;
  let state = huddlekit.addDraft.load(), touched = new Set(), tried = false, waiting = 0;

  function keep() {
    const kept = huddlekit.addDraft.keep(state);
    at("hk-kept").hidden = !kept;
    at("hk-kept-not").hidden = kept;
    at("hk-empty").hidden = !huddlekit.addDraft.filled(state);
  }
  function answers() { return state.answers[state.kind]; }
  function only(data, names) { return Object.fromEntries(names.filter((name) => name in data).map((name) => [name, data[name]])); }
  function idOf(field) { const id = `hk-${state.kind}-${field}`; return at(id) ? id : ""; }
  function asked(field) { return data.asked[state.kind].find((each) => each.name === field); }

  function toForm() {
    root.querySelectorAll("[name=kind]").forEach((box) => { box.checked = box.value === state.kind; });
    kinds.forEach((kind) => data.asked[kind].forEach(({ name, form: sort }) => {
      const value = state.answers[kind][name], boxes = form.querySelectorAll(`[name="${kind}-${name}"]`);
      boxes.forEach((box) => {
        if (sort === "themes") box.checked = (value || []).includes(box.value);
        else if (sort === "tick") box.checked = Boolean(value);
        else if (box.value !== (value || "")) box.value = value || "";
      });
    }));
  }
  function fromForm(field) {
    const name = field.name.slice(state.kind.length + 1), sort = (asked(name) || {}).form;
    if (!sort) return;
    if (sort !== "themes") { answers()[name] = sort === "tick" ? field.checked : field.value; return; }
    const before = (answers().themes || []).filter((tag) => tag !== field.value);
    answers().themes = field.checked ? before.concat(field.value) : before;
  }

  // What is said at a field: what is missing only once somebody wanted to send, the rest once the field was left. That a
  // text is like another one is told by the comparison.
  const COMPARED = ["similar-quote", "like-misattribution"];
  function due(problem) { return !COMPARED.includes(problem.rule) && (tried || (problem.rule !== "missing" && (touched.has(problem.field) || problem.rule === "too-long" || !asked(problem.field)))); }
  function showProblems(problems) {
    root.querySelectorAll(`[data-kind="${state.kind}"] [data-field]`).forEach((box) => {
      const field = box.dataset.field, said = box.querySelector(".hk-add__problem"), input = at(idOf(field));
      const here = problems.filter((each) => each.field === field && due(each));
      const told = here.map((each) => `${each.severity}${each.message}${each.hint}`).join("\n");
      if (said.dataset.told !== told) {
        said.dataset.told = told;
        said.replaceChildren.apply(said, here.map((each) => {
          const made = make("p", each.severity === "warning" ? "is-warning" : "");
          made.append(make("b", "", each.message), each.hint ? ` ${each.hint}` : "");
          if (each.rule !== "missing") made.append(" ", why(each));
          return made;
        }));
      }
      if (here.some((each) => each.severity !== "warning")) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    });
  }
  // The page of the rule, with examples.
  function why(problem) {
    const link = make("a", "", words.why);
    link.href = `rules/${problem.rule}.html`;
    link.append(make("span", "hk-hidden", ` ${problem.message}`));
    return link;
  }
  function labelled(problem) {
    const id = idOf(problem.field), label = id && form.querySelector(`label[for="${id}"]`);
    return { ...problem, label: label ? label.firstChild.textContent.trim() : "" };
  }

  // Did you mean: a name that is written otherwise here, or nearly one that is known.
  function showLikely() {
    const input = at("hk-quote-author"), name = (state.answers.quote.author || "").trim(), box = at("hk-likely");
    const found = name ? huddlekit.alike.author(name) : {}, better = found.person || found.likely || "";
    const said = better && better !== name ? fill(found.person ? words.likely_known : words.likely, { name: better }) : "";
    return offer(box, said, fill(words.likely_yes, { name: better }), () => { state.answers.quote.author = better; }, input);
  }
  // A sentence, and a button that does what it says.
  function offer(box, said, label, take, next) {
    if (box.dataset.said === said) return said;
    box.dataset.said = said;
    box.replaceChildren();
    if (!said) return "";
    const button = make("button", "", label), line = make("p", "", `${said} `);
    button.type = "button";
    button.addEventListener("click", () => { take(); toForm(); changed(); next.focus(); });
    line.append(button);
    box.append(line);
    return said;
  }
  // The words came with who said them: each may go into its field. What stands in a field already stays there.
  function showSplit() {
    const parts = huddlekit.addSplit(state.answers.quote.text);
    const named = parts ? [parts.author, parts.work, parts.year].filter(Boolean).join(", ") : "";
    return offer(at("hk-split"), named && fill(words.split, { named }), words.split_yes, splitUp, at("hk-quote-author"));
  }
  function splitUp() {
    const given = state.answers.quote, parts = huddlekit.addSplit(given.text);
    ["author", "work", "year"].forEach((name) => { given[name] = given[name] || parts[name]; });
    given.text = parts.text;
    if (parts.year) huddlekit.addReveal("hk-quote-year");
  }
  // It is here already: then there is nothing to send but perhaps a note, which says where the words can be seen.
  function decided(found, answers) { return found.some((hit) => answers.includes(state.decided[hit.id])); }
  let lastSaid = "";
  function announce(found, likely, problem) {
    const near = found.length ? fill(found[0].kind === "misattribution" ? words.wrong_said : words.near_said, found[0]) : "";
    const said = near || likely || (problem ? huddlekit.addSend.told(labelled(problem)) : "");
    if (said !== lastSaid) at("hk-said").textContent = said;
    lastSaid = said;
  }

  function show() {
    waiting = 0;
    const kind = state.kind, given = answers(), plain = huddlekit.addEntry(kind, given), found = kind === "story" ? [] : huddlekit.addLike(plain.data.text || "");
    form.querySelectorAll("[data-part]").forEach((part) => { part.hidden = part.dataset.kind !== kind; });
    const beside = found.filter((hit) => state.decided[hit.id] === "different").map((hit) => hit.id);
    const file = beside.length ? huddlekit.addEntry(kind, { ...given, kept_beside: beside }) : plain, problems = huddlekit.addChecks(kind, given, file);
    huddlekit.addSlip(at("hk-slip"), at("hk-length"), kind, file.data);
    at("hk-file").hidden = !huddlekit.addDraft.said(given);
    at("hk-path").textContent = file.path;
    at("hk-yaml").textContent = file.yaml;
    huddlekit.addNear(at("hk-near"), found, { answers: { ...given, ...only(file.data, ["text", "author"]) }, decided: state.decided, pressed: (hit, name) => { state.decided[hit.id] = name; changed(); }, again });
    form.classList.toggle("is-same", decided(found, ["same"]));
    form.classList.toggle("is-noted", decided(found, ["better", "more"]));
    at("hk-standing").textContent = given.seen ? words.standing[file.data.status] || "" : "";
    announce(found, kind === "quote" ? [showSplit(), showLikely()].filter(Boolean).join(" ") : "", problems.find((each) => each.severity === "error" && due(each)));
    showProblems(problems);
    const errors = problems.filter((each) => each.severity !== "warning").map(labelled);
    const enough = !errors.some((each) => each.rule === "missing");
    huddlekit.addSend({ kind, answers: given, file, ready: !errors.length, enough, problems: tried ? errors : null, idOf, refused });
  }
  // The next one: this form is empty, the other two stay as they are.
  function again() {
    state.answers[state.kind] = {};
    state.decided = {};
    begin();
  }
  function begin() {
    touched = new Set();
    tried = false;
    at("hk-again").hidden = true;
    at("hk-way-said").textContent = "";
    toForm();
    changed();
    root.querySelector("[name=kind]:checked").focus();
  }
  function refused() {
    tried = true;
    show();
    at("hk-wrong").focus();
    at("hk-wrong").scrollIntoView({ block: "nearest" });
  }
  function changed() { keep(); show(); }
  huddlekit.addReveal = function (id) {
    const field = at(id), hidden = field.closest("details");
    if (hidden) hidden.open = true;
    field.focus();
  };
  function clear() {
    state = { ...huddlekit.addDraft.empty(), kind: state.kind };
    begin();
  }

  // Whoever goes to send right after the last letter sends that letter too.
  function atOnce() {
    if (!waiting) return;
    clearTimeout(waiting);
    show();
  }
  ["pointerdown", "focusin"].forEach((name) => at("hk-sending").addEventListener(name, atOnce));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.name.startsWith("near-")) return;
    fromForm(event.target);
    keep();
    clearTimeout(waiting);
    waiting = setTimeout(show, TYPING);
  });
  form.addEventListener("focusout", (event) => {
    const box = event.target.closest("[data-field]");
    if (!box || touched.has(box.dataset.field)) return;
    touched.add(box.dataset.field);
    clearTimeout(waiting);
    waiting = setTimeout(show, TYPING);
  });
  root.querySelectorAll("[name=kind]").forEach((box) => box.addEventListener("change", () => { state.kind = box.value; tried = false; touched = new Set(); changed(); }));
  at("hk-again").addEventListener("click", again);
  at("hk-empty").addEventListener("click", () => { at("hk-sure").returnValue = ""; at("hk-sure").showModal(); });
  at("hk-sure").addEventListener("close", () => { if (at("hk-sure").returnValue === "yes") clear(); });

  root.hidden = false;
  at("hk-file").open = window.matchMedia("(min-width: 60em)").matches;
  toForm();
  kinds.forEach((kind) => form.querySelectorAll(`[data-kind="${kind}"] details`).forEach((part) => {
    part.open = Array.from(part.querySelectorAll("input, textarea")).some((field) => (field.type === "checkbox" ? field.checked : field.value));
  }));
  changed();
  (window.requestIdleCallback || setTimeout)(huddlekit.alike.ready);
})();
