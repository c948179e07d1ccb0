// What the check would say about an entry: the same rules and fields as generator/library, from the same schema, words of our
// own at the field that was asked. Held to the command by the cases in tests/cases/answers.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const data = huddlekit.add, write = data.write, fill = huddlekit.fill, meant = huddlekit.addFields.meant, count = huddlekit.addTidy.count;
  const VOCABULARY = { themes: "unknown-theme", settings: "unknown-setting", audiences: "unknown-audience" };
  const LATER = ["unknown-key", ...Object.values(VOCABULARY)];
  const UNSEEN = new RegExp(`[^${data.glyphs}\\s]+`, "gu"), BROKEN = /[\ufffd\ufffe\uffff]/u, PRIVATE = /\p{Co}/u;
  const MARKED = /^[“"‘„«][^“”"„«»]*[”"’“»]$/;
  const SCRIPTS = ["Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic"].map((name) => new RegExp(`\\p{Script=${name}}`, "u"));

  function long(text) { return Array.from(text).length; }
  function patternRule(pattern) { return pattern.includes("http") ? "not-an-address" : pattern === "\\d" ? "not-a-year" : pattern.includes("{2,3}") ? "not-a-language" : "not-an-id"; }
  function ofText(value, node) {
    if (node["x-vocabulary"]) return value in (write.vocabularies[node["x-vocabulary"]] || {}) ? [] : [{ rule: VOCABULARY[node["x-vocabulary"]], values: { got: value } }];
    if (node.enum) return node.enum.includes(value) ? [] : [{ rule: "unknown-value", values: { got: value } }];
    if (node.maxLength && long(value) > node.maxLength) return [{ rule: "too-long", values: { count: long(value), most: node.maxLength } }];
    return node.pattern && !new RegExp(node.pattern).test(value) ? [{ rule: patternRule(node.pattern), values: { got: value } }] : [];
  }
  function within(found, key) { return found.map((each) => ({ ...each, field: each.field === undefined ? String(key) : `${key}.${each.field}` })); }
  function ofValue(value, start, schema) {
    const node = meant(start, value, schema);
    if (node.type === "object") return value !== null && typeof value === "object" ? ofMapping(value, node, schema) : [{ rule: "wrong-type" }];
    if (node.type === "array") {
      if (!Array.isArray(value)) return [{ rule: "wrong-type" }];
      if (node.maxItems && value.length > node.maxItems) return [{ rule: "too-many", values: { count: value.length, most: node.maxItems } }];
      return value.flatMap((item, at) => within(ofValue(item, node.items, schema), at));
    }
    if (node.type === "boolean") return typeof value === "boolean" ? [] : [{ rule: "not-true-or-false" }];
    return typeof value === "string" ? ofText(value, node) : [{ rule: "wrong-type" }];
  }
  function ofMapping(value, node, schema, patterns = {}) {
    const lacking = (node.required || []).filter((key) => !(key in value)).map((key) => ({ rule: "missing", field: key }));
    return lacking.concat(Object.keys(value).flatMap((key) => (key in node.properties ? within(ofValue(value[key], { pattern: patterns[key], ...node.properties[key] }, schema), key) : [{ rule: "unknown-key", field: key, values: { got: key } }])));
  }
  // Rules about the whole entry.
  function whole(kind, entry) {
    if (kind === "quote") return entry.status === "verified" && !(isPlace(entry.work) && (entry.source || isPlace(entry.locator))) ? [{ rule: "verified-without-source", field: "status" }] : [];
    if (entry.kind === "first-hand" && !entry.consent) return [{ rule: "story-without-consent", field: "kind" }];
    if (entry.kind === "documented" && !entry.source) return [{ rule: "story-without-source", field: "kind" }];
    const words = count(entry.text), [least, most] = data.limits.story;
    return words < least || words > most ? [{ rule: "story-length", field: "text", values: { count: words, least, most } }] : [];
  }
  // What a text is like, best first; asked for the same text again and again while other fields change.
  let last = ["", []];
  huddlekit.addLike = function (text) {
    if (text !== last[0]) last = [text, text ? huddlekit.alike.near(text) : []];
    return last[1];
  };
  // As generator/library/sayings.py: one finding for what is a quote here, one for what is known to be wrong.
  function person(name) { return huddlekit.alike.author(name).person || name; }
  function wronglyGiven(hit, entry) {
    const right = entry.status === "verified" && person(entry.author) !== person(hit.author);
    if (hit.score === 100 && !right) return { rule: "misattributed", field: "text", values: { author: hit.author } };
    return (entry.kept_beside || []).includes(hit.id) ? null : { rule: "like-misattribution", field: "text", severity: "warning", values: { author: hit.author, score: hit.score } };
  }
  function alreadyHere(hit, entry) {
    if (hit.score === 100 && person(entry.author) === person(hit.author)) return { rule: "duplicate-quote", field: "text" };
    if (hit.score === 100) return { rule: "two-authors", field: "author", values: { author: hit.author } };
    return (entry.kept_beside || []).includes(hit.id) ? null : { rule: "similar-quote", field: "text", severity: "warning", values: { score: hit.score } };
  }
  function likeness(entry) {
    const hits = huddlekit.addLike(entry.text), first = (kind, say) => hits.filter((hit) => hit.kind === kind).map((hit) => say(hit, entry)).filter(Boolean).slice(0, 1);
    return [...first("quote", alreadyHere), ...first("misattribution", wronglyGiven)];
  }
  // A source that cannot show what verified promises, as generator/library/evidence.py.
  function isPlace(text) { return !write.nowhere.includes((text || "").normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")) && Boolean(text); }
  function weakSource(entry) {
    if (entry.status !== "verified" || !entry.source) return [];
    const [, host, path] = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]*)[^/?#]*([^?#]*)/.exec(entry.source.toLowerCase()) || [null, "", ""];
    const weak = write.weak.some((each) => { const known = each.split("/")[0]; return (host === known || host.endsWith(`.${known}`)) && (!each.includes("/") || path.startsWith(each.slice(known.length))); });
    const door = !path.replace(/\//g, "") && !entry.source.includes("?") && !isPlace(entry.locator);
    return weak || door ? [{ rule: "weak-source", field: "source", severity: "warning", words: weak ? "weak-source" : "front-door" }] : [];
  }
  function lacksReview(kind, entry) {
    const wanted = kind === "quote" ? ["themes", "plays", "ask", "use_when"] : ["themes"];
    return wanted.some((key) => !(key in entry)) ? [{ rule: "in-review", field: "", severity: "warning" }] : [];
  }
  function together(kind, entry) {
    const found = lacksReview(kind, entry);
    if (kind !== "quote") return found;
    if (MARKED.test(entry.text)) found.push({ rule: "quotation-marks", field: "text", severity: "warning" });
    if (entry.status === "own" && !(entry.evidence || entry.note)) found.push({ rule: "own-without-consent", field: "status" });
    return found.concat(weakSource(entry), likeness(entry));
  }
  // Characters that cannot be printed, that were lost on the way, or that only look like the others of their word.
  function characters(text) {
    const runs = Array.from(text.matchAll(UNSEEN), (match) => match[0]), unseen = runs.filter((run) => !BROKEN.test(run) && !PRIVATE.test(run) && !/^\p{M}+$/u.test(run));
    const mixed = Array.from(text.matchAll(/\p{L}+/gu), (match) => match[0]).filter((word) => /[\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u2c80-\u2cff]/.test(word) && SCRIPTS.filter((script) => script.test(word)).length > 1);
    return [
      ...Array.from(text.matchAll(/[\ufffd\ufffe\uffff]/gu), () => ({ rule: "damaged-character", field: "", values: { got: "\ufffd" }, seen: "\ufffd" })),
      ...Array.from(text.matchAll(/\p{Co}/gu), (match) => ({ rule: "private-character", field: "", values: { got: match[0] }, seen: match[0] })),
      ...unseen.map((run) => ({ rule: "no-glyph", field: "", severity: "warning", values: { got: run }, seen: run })),
      ...mixed.map((word) => ({ rule: "mixed-scripts", field: "", severity: "warning", values: { got: word }, seen: word })),
    ];
  }

  // What the check says about a file made from answers: {rule, field, severity, values}.
  huddlekit.addProblems = function (made) {
    const schema = write.schemas[made.kind], first = ofMapping(made.data, schema, schema, write.patterns[made.kind]), entry = made.data;
    const later = first.every((each) => LATER.includes(each.rule)) ? whole(made.kind, entry) : [];
    const found = [...first, ...later, ...characters(made.yaml)];
    const broken = found.some((each) => each.severity !== "warning");
    return [...found, ...(broken ? [] : together(made.kind, entry))].map((each) => ({ severity: "error", values: {}, ...each }));
  };

  // The answer that a key of the entry was made from; "" where none was asked for.
  const MADE_FROM = {
    quote: { use_when: "starts", thanks: "name", evidence: "source", status: "work" },
    own: { use_when: "starts", status: "consent", note: "consent" },
    story: { text: "noticed", kind: "consent", told_by: "teller", "takeaway.text": "takeaway", "takeaway.by": "teller" },
  };
  function answerOf(kind, problem, answers) {
    if (problem.seen) return data.asked[kind].map((each) => each.name).find((name) => huddlekit.addTidy.clean(answers[name] || "").includes(problem.seen)) || "";
    const field = MADE_FROM[kind][problem.field] || problem.field.split(".")[0];
    return data.asked[kind].some((each) => each.name === field) ? field : "";
  }
  function told(problem) {
    const words = data.words.problems[problem.words || problem.rule] || data.words.problems.other;
    return { message: fill(words.message, problem.values), hint: fill(words.hint || "", problem.values) };
  }
  // One sentence for all the signs in a field of which the same is to be said.
  const MOST_SEEN = 12;
  function gathered(problems) {
    return problems.filter((each, at) => !each.seen || at === problems.findIndex((other) => other.seen && isAlike(other, each))).map((each) => {
      if (!each.seen) return each;
      const seen = [...new Set(problems.filter((other) => other.seen && isAlike(other, each)).map((other) => other.seen))];
      return { ...each, values: { got: seen.slice(0, MOST_SEEN).join(" ") + (seen.length > MOST_SEEN ? " …" : "") } };
    });
  }
  function isAlike(one, other) { return one.rule === other.rule && one.field === other.field; }
  // The same, at the field that was asked, in words of this page; and what has to be filled in.
  huddlekit.addChecks = function (kind, answers, made) {
    const needed = data.asked[kind].filter((each) => each.needed && !(answers[each.name] === true || String(answers[each.name] || "").trim()));
    const lacking = needed.map((each) => ({ rule: "missing", field: each.name, severity: "error", values: {}, message: each.form === "tick" ? data.words.untick : data.words.missing, hint: "" }));
    const others = gathered(huddlekit.addProblems(made).filter((each) => each.rule !== "missing" && each.rule !== "in-review").map((each) => ({ ...each, field: answerOf(kind, each, answers) }))).map((each) => ({ ...each, ...told(each) }));
    return lacking.concat(others.filter((each) => !lacking.some((other) => other.field === each.field)));
  };
})();
