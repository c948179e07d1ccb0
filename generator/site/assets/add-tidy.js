// What somebody typed, as it is printed. The rules stand in generator/write/tidy.py; this is their second writing.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const BREAK = /\r\n|[\r\x0b\x0c\x85\u2028\u2029]/g, SPACE = /[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
  const INVISIBLE = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\u{e0000}-\u{e0fff}]/gu;
  const LONE = /[\ud800-\udfff]/gu;
  const PAIRS = ['""', "“”", "„“", "„”", "””", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", "''"];
  const APOSTROPHES = "'’‘", SINGLE = "'`´", BEFORE_OPENING = " \n([{/-–—“‘„«\"'`´", AFTER_CLOSING = " \n.,;:!?)]}…”’»\"'–—-";

  function clean(text) { return String(text).normalize("NFC").replace(LONE, "\ufffd").replace(BREAK, "\n").replace(SPACE, " ").replace(INVISIBLE, ""); }
  function oneLine(text) { return clean(text).split(/[ \n]+/).filter(Boolean).join(" "); }
  function paragraphs(text) { return clean(text).split("\n").map(oneLine).filter(Boolean).join("\n"); }
  function address(text) { return clean(text).replace(/[ \n]+/g, ""); }

  function count(text) { return text.split(/\s+/).filter(Boolean).length; }

  function standsAround(letters, opening, closing) {
    const last = letters.length - 1;
    if (last < 1 || letters[0] !== opening || letters[last] !== closing) return false;
    let depth = 0;
    for (let at = 1; at < last; at += 1) {
      const mark = letters[at];
      if (APOSTROPHES.includes(mark) && /\p{L}/u.test(letters[at - 1]) && /\p{L}/u.test(letters[at + 1])) continue;
      if (mark === closing) depth -= 1; else if (mark === opening) depth += 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  }
  function unmarked(text) {
    let letters = Array.from(text);
    while (PAIRS.some((pair) => standsAround(letters, pair[0], pair[1]))) letters = Array.from(letters.slice(1, -1).join("").replace(/^ +| +$/g, ""));
    return letters.join("");
  }

  function opens(letters, at) {
    const before = letters[at - 1] || " ", after = letters[at + 1] || " ";
    return BEFORE_OPENING.includes(before) && after !== " " && after !== "\n";
  }
  // Whether a single mark that could open is more than an apostrophe in front of a word.
  function isClosed(letters, at) {
    if (/[\p{Decimal_Number}²³¹⁰⁴-⁹₀-₉]/u.test(letters[at + 1])) return false;
    const word = /^[A-Za-z]+/.exec(letters.slice(at + 1).join(""));
    if (word && huddlekit.add.write.elided.includes(word[0].toLowerCase())) return false;
    for (let later = at + 2; later < letters.length; later += 1) {
      if (!SINGLE.includes(letters[later])) continue;
      if (letters[later - 1] !== " " && letters[later - 1] !== "\n" && AFTER_CLOSING.includes(letters[later + 1] || " ")) return true;
    }
    return false;
  }
  function curled(text) {
    const letters = Array.from(text);
    return letters.map((mark, at) => {
      if (mark === '"') return opens(letters, at) ? "“" : "”";
      if (SINGLE.includes(mark)) return opens(letters, at) && isClosed(letters, at) ? "‘" : "’";
      return mark;
    }).join("");
  }
  huddlekit.addTidy = { clean, count, oneLine, paragraphs, address, unmarked, curled, words: (text) => curled(oneLine(text)) };
})();
