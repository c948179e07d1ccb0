// What somebody knows becomes an entry. The rules stand in generator/write/answers.py; this is their second writing, held to
// the first by the cases in tests/cases/answers.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const { oneLine, address, unmarked, curled, words } = huddlekit.addTidy, { slug, proposed, free, yes, no, said, prose, shaped } = huddlekit.addFields;
  const write = huddlekit.add.write, TAKEN = new Set(write.taken.concat(huddlekit.sayings.quotes.map((row) => row[0])));
  const ADDRESS = /^https?:\/\/[^\s"<>`{}|\\^]+$/, BARE_ADDRESS = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(\/[^\s"<>`{}|\\^]*)?$/;
  const QUOTE_ONLY = new Set("where seen starts name own consent status rights".split(" "));
  const STORY = ["situation", "done", "noticed"], STORY_ONLY = new Set([...STORY, "teller", "fault", "takeaway", "consent"]);

  function isEmpty(value) { return value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length); }
  function without(given, names) { return Object.fromEntries(Object.entries(given).filter(([key]) => !names.has(key))); }
  // An address, and all that was said about where the words were met.
  function sourceOf(given) {
    const where = prose(given, "where"), line = oneLine(said(given, "source"));
    const meant = BARE_ADDRESS.test(line) ? `https://${line}` : line.includes(" ") ? "" : address(line);
    return ADDRESS.test(meant) ? [meant, [where]] : ["", [where, words(line)]];
  }
  function statusOf(given, data) {
    const stated = oneLine(said(given, "status")).toLowerCase();
    if (yes(given.own) || stated === "own") return "own";
    if (stated === "disputed") return stated;
    const seen = yes(given.seen) || stated === "verified";
    return seen && data.work && (data.locator || data.source) ? "verified" : "attributed";
  }
  function basisOf(given, status) {
    if (status === "own") return "own";
    const asked = given.rights !== null && typeof given.rights === "object" ? given.rights.basis : given.rights;
    return slug(String(asked)) === "public-domain" ? "public-domain" : "quotation";
  }
  function agreed(given, mere) {
    if (yes(given.consent)) return mere;
    const told = prose(given, "consent");
    return no(told) ? "" : told;
  }
  function quote(given) {
    const data = shaped("quote", without(given, QUOTE_ONLY));
    data.text = curled(unmarked(oneLine(said(given, "text"))));
    data.author = words(oneLine(said(given, "author")).replace(/^[ ~–—―-]+/, ""));
    const [source, met] = sourceOf(given);
    data.source = source;
    data.evidence = [prose(given, "evidence"), ...met].filter(Boolean).join("; ");
    if (!("use_when" in data)) data.use_when = words(said(given, "starts"));
    if (!("thanks" in data)) data.thanks = words(said(given, "name"));
    data.status = statusOf(given, data);
    data.rights = { basis: basisOf(given, data.status) };
    if (data.status === "own") {
      data.author = data.author || write.words.participant;
      data.note = prose(given, "note") || agreed(given, write.words.own_consent);
    }
    return data;
  }
  function story(given) {
    const data = shaped("story", without(given, STORY_ONLY)), takeaway = words(said(given, "takeaway"));
    data.told_by = words(said(given, "teller")) || write.words.teller;
    data.kind = "first-hand";
    data.consent = agreed(given, write.words.story_consent);
    data.names_changed = yes(given.names_changed) ? true : null;
    data.text = STORY.map((key) => prose(given, key)).filter(Boolean).join("\n");
    if (takeaway) data.takeaway = { by: data.told_by, text: takeaway };
    if (isEmpty(data.notice)) data.notice = [write.words.notice];
    data.service_fault = yes(given.fault);
    return data;
  }
  function inOrder(kind, data) {
    const kept = Object.keys(data).filter((key) => !isEmpty(data[key])), order = write.order[kind];
    return Object.fromEntries([...order.filter((key) => kept.includes(key)), ...kept.filter((key) => !order.includes(key))].map((key) => [key, data[key]]));
  }
  // Kind and answers as they are asked for elsewhere too: a line of one's own is a quote.
  function plainly(kind, answers) { return kind === "own" ? ["quote", { ...answers, own: true }] : [kind, answers]; }

  // {id, path, yaml, data}; what is missing or wrong in it is said by add-checks.js.
  huddlekit.addEntry = function (asked, answers) {
    const [kind, all] = plainly(asked, answers), given = Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
    const own = kind === "story" && STORY.some((key) => key in given);
    const data = inOrder(kind, kind === "quote" ? quote(given) : own ? story(given) : shaped(kind, given));
    const id = free(proposed(kind, data), TAKEN);
    return { id, kind, data, path: write.tops.includes(id.split("/")[0]) ? `${id}.yml` : `content/${id}.yml`, yaml: huddlekit.addYaml(data) };
  };
})();
