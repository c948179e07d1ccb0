// Words pasted together with who said them and where, as web pages show them: “…” ― Name, Work. It is offered to put each into
// its field, and never done unasked.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {}), { clean, oneLine, unmarked } = huddlekit.addTidy;
  const BEHIND_A_DASH = [/^([^]*\S)[ \n]*\n[ \n]*[―—–-]{1,2}[ \n]*(\S[^]*)$/, /^([^]*[.!?…”"»’'])[ \n]*[―—–][ \n]*(\S[^]*)$/, /^([^]*[”"»])[ \n]*-{1,2} ?(\S[^]*)$/];
  const BELOW = /^([“"„«][^]*[”"»“])[ \n]*\n[ \n]*(\S[^\n]*)$/;
  const SOURCE = /^([^,(:]+(?:, (?:jr|sr|md|phd|ph\.d|m\.d|ii|iii|iv)\b\.?)?)[ ,(:]*(.*)$/i, YEAR = /^(.*?)[ ,(]*((?:1[0-9]|20)[0-9]{2})?\)?$/;
  const LONGEST = 120, MOST_WORDS = 6;

  // A name, and the work and the year behind it; null where it reads like a sentence.
  function sourceOf(tail) {
    const line = oneLine(tail).replace(/^by /i, ""), [, name, rest] = SOURCE.exec(line) || [];
    if (!name || line.length > LONGEST || name.trim().split(" ").length > MOST_WORDS || !/^[\p{Lu}\p{Lo}]/u.test(name) || /\p{Ll}{3}[.!?]$/u.test(name.trim())) return null;
    const [, work, year] = YEAR.exec(rest);
    return { author: name.trim(), work: unmarked(work.replace(/[,;:.) ]+$/, "")), year: year || "" };
  }
  huddlekit.addSplit = function (text) {
    const pasted = clean(text || "").trim();
    for (const way of [...BEHIND_A_DASH, BELOW]) {
      const [, words, tail] = way.exec(pasted) || [], source = words && sourceOf(tail);
      if (source) return { text: unmarked(oneLine(words)), ...source };
    }
    return null;
  };
})();
