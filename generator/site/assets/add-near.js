// What is like it: side by side with what is here, and the reader says whether it is the same, better said, or another.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const make = huddlekit.elements.make, add = huddlekit.elements.add, fill = huddlekit.fill;
  const MOST = 3;

  function pieces(text) { return String(text).trim().split(/\s+/).filter(Boolean); }
  function bare(word) { return word.toLocaleLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || word; }
  // Which words of either text stand in a longest run of words that both have in the same order.
  function shared(one, other) {
    const a = one.map(bare), b = other.map(bare), long = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) long[i][j] = a[i] === b[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
    const kept = [new Set(), new Set()];
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i] === b[j]) { kept[0].add(i); kept[1].add(j); i += 1; j += 1; }
      else if (long[i + 1][j] >= long[i][j + 1]) i += 1; else j += 1;
    }
    return kept;
  }
  function marked(words, kept) {
    const made = make("p");
    made.dir = "auto";
    let run = null;
    words.forEach((word, at) => {
      const same = kept.has(at);
      if (!run || run.same !== same) { run = { same, element: same ? document.createTextNode("") : make("mark") }; if (at) made.append(" "); made.append(run.element); run.element.textContent = word; }
      else run.element.textContent += ` ${word}`;
    });
    return made;
  }
  function side(heading, words, kept, by) {
    const made = make("figure"), quote = make("blockquote");
    add(quote, marked(words, kept));
    if (by) add(quote, make("span", "", by));
    return add(made, make("figcaption", "", heading), quote);
  }
  function pair(hit, answers) {
    const words = huddlekit.add.words, mine = pieces(answers.text), theirs = pieces(hit.text), kept = shared(mine, theirs);
    return add(make("div", "hk-twin__pair"), side(words.yours, mine, kept[0], answers.author), side(hit.kind === "quote" ? words.theirs : words.goes_round, theirs, kept[1], hit.author));
  }
  function link(text, href, className) {
    const made = make("a", className || "", text);
    made.href = href;
    return made;
  }

  // What one can say about it: of equal words only that they are the same, or that one knows more about them.
  function choices(hit) {
    if (hit.score === 100) return ["same", "more"];
    return hit.kind === "quote" ? ["same", "better", "different"] : ["same", "different"];
  }
  function choice(hit, decided, pressed) {
    const words = huddlekit.add.words, made = make("fieldset", "hk-chips");
    add(made, make("legend", "", words.is_it));
    choices(hit).forEach((name) => {
      const label = make("label"), radio = make("input");
      radio.type = "radio";
      radio.name = `near-${hit.id}`;
      radio.value = name;
      radio.checked = decided === name;
      radio.addEventListener("change", () => pressed(hit, name));
      made.append(add(label, radio, make("span", "", words.answers[name])), " ");
    });
    return made;
  }
  function plain(text) { return pieces(text || "").join(" "); }
  // A correction, in the fields of the form at GitHub.
  function noteOf(hit, answers) {
    const said = (text, author) => fill(huddlekit.add.words.note_said, { text, author });
    return {
      entry: hit.id, wrong: said(hit.text, hit.author), right: said(plain(answers.text), plain(answers.author) || hit.author),
      source: ["work", "year", "locator", "source"].map((name) => plain(answers[name])).filter(Boolean).join(", "),
    };
  }
  function correction(hit, answers) {
    const words = huddlekit.add.words, told = noteOf(hit, answers), text = fill(words.note, { ...told, source: told.source || words.note_nowhere }), row = make("div", "hk-twin__do"), copy = make("button", "hk-small", words.note_copy);
    copy.type = "button";
    copy.addEventListener("click", () => huddlekit.copy(text).then(() => { copy.textContent = words.note_copied; }, () => { copy.textContent = words.refused; }));
    add(row, copy);
    if (huddlekit.add.repository) {
      const form = link(words.note_form, huddlekit.addLinks.form("correction.yml", fill(words.note_title, { id: hit.id }), told).href, "hk-small");
      const edit = link(words.note_edit, huddlekit.addLinks.edit(hit.id.startsWith("quotes/") ? `${hit.id}.yml` : `content/${hit.id}.yml`), "hk-small");
      [form, edit].forEach((each) => { each.target = "_blank"; each.rel = "noopener"; });
      add(row, form, edit);
    }
    if (huddlekit.add.mail) add(row, link(words.note_mail, huddlekit.addLinks.mail(fill(words.note_title, { id: hit.id }), text).href, "hk-small"));
    const shown = make("pre", "", text);
    shown.tabIndex = 0;
    return [make("p", "", words.note_how), shown, row];
  }
  function again(pressed) {
    const made = make("button", "hk-small", huddlekit.add.words.again);
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  }
  function answer(hit, decided, state) {
    const answers = state.answers;
    const words = huddlekit.add.words, made = make("div", "hk-twin__answer");
    if (decided === "same") add(made, make("p", "", hit.kind === "quote" ? words.same_thanks : words.wrong_thanks));
    if (decided === "same") add(made, add(make("p", "hk-twin__do"), link(words.same_link, hit.page, "hk-small"), again(state.again)));
    if (decided === "better" || decided === "more") correction(hit, answers).forEach((each) => made.append(each));
    if (decided === "different") add(made, make("p", "", words.different_thanks));
    return made;
  }
  // What is known about words that were never said so, and where one can read it.
  function known(hit) {
    const words = huddlekit.add.words, row = make("p"), source = link(words.wrong_source, hit.source);
    source.rel = "noopener nofollow";
    row.append(source);
    if (hit.better) row.append(" · ", link(words.wrong_better, `e/${hit.better}.html`));
    return add(make("div", "hk-twin__known"), make("p", "", hit.known), row);
  }
  function heading(hit) {
    const words = huddlekit.add.words;
    if (hit.kind === "misattribution") return fill(hit.score === 100 ? words.wrong_same : words.wrong, hit);
    return fill(hit.score === 100 ? words.twin_same : words.twin, hit);
  }
  function twin(hit, state) {
    const made = make("div", `hk-twin hk-twin--${hit.kind}`);
    add(made, make("h3", "", heading(hit)), pair(hit, state.answers));
    if (hit.kind === "misattribution") add(made, known(hit));
    return add(made, choice(hit, state.decided[hit.id], state.pressed), answer(hit, state.decided[hit.id], state));
  }

  // Draws what was found; nothing is drawn anew while it stays as it is, so that the focus is not lost.
  huddlekit.addNear = function (box, hits, state) {
    const words = huddlekit.add.words, place = box.querySelector("div"), shown = hits.slice(0, MOST);
    const wanted = JSON.stringify([shown, state.decided, state.answers]);
    box.hidden = !shown.length;
    if (box.dataset.drawn === wanted) return;
    box.dataset.drawn = wanted;
    const focused = document.activeElement && box.contains(document.activeElement) ? [document.activeElement.name, document.activeElement.value] : null;
    box.querySelector("h2").textContent = fill(shown.some((hit) => hit.kind === "misattribution") ? words.near_wrong : words.near, { count: shown.length });
    place.replaceChildren.apply(place, shown.map((hit) => twin(hit, state)));
    if (focused && focused[0]) Array.from(place.querySelectorAll("input")).filter((each) => each.name === focused[0] && each.value === focused[1]).forEach((each) => each.focus());
  };
})();
