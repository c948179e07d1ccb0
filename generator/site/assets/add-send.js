// Sending: GitHub with the file ready where there is a repository, else a mail, else a file; the other ways beside.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const at = (id) => document.getElementById(id), fill = huddlekit.fill, make = huddlekit.elements.make, add = huddlekit.elements.add;

  function titleOf(kind, answers) {
    const text = String((kind === "story" ? answers.title : answers.text) || "").trim().split(/\s+/).join(" ");
    return text.length > 60 ? `${text.slice(0, 59).replace(/\s+\S*$/, "")} …` : text;
  }
  // Answers as the form at GitHub takes them: Yes and No for what is ticked here; a line of one's own has a name too.
  function formOf(kind, answers, title) {
    const given = {};
    huddlekit.add.asked[kind].filter((each) => each.form !== "themes").forEach(({ name, form }) => { given[name] = form === "tick" ? (answers[name] ? "Yes" : "No") : String(answers[name] || "").trim(); });
    if (kind === "own") Object.assign(given, { author: given.author || huddlekit.add.write.words.participant, consent: "", seen: "Yes" });
    return huddlekit.addLinks.form(kind === "story" ? "story.yml" : "quote.yml", fill(huddlekit.add.words.form_titles[kind], { title }), given);
  }
  // Where Send leads: {way, href}.
  function way(file, subject) {
    const links = huddlekit.addLinks;
    if (huddlekit.add.repository) {
      const link = links.file(file.path, file.yaml);
      return { way: link.whole ? "send" : "copy", href: link.href };
    }
    if (huddlekit.add.mail) {
      const link = links.mail(subject, file.yaml);
      return { way: "mail", href: link.href, copied: !link.whole };
    }
    return { way: "download", href: "#hk-sending" };
  }
  function told(problem) { return problem.label ? fill(huddlekit.add.words.at_field, { field: problem.label, message: problem.message }) : problem.message; }
  // Problems as a list that leads to their fields.
  function wrong(problems, idOf) {
    const words = huddlekit.add.words, list = make("ul");
    problems.forEach((each) => {
      const item = make("li"), id = idOf(each.field), text = told(each);
      if (!id) { list.append(add(item, make("span", "", text))); return; }
      const link = make("a", "", text);
      link.href = `#${id}`;
      link.addEventListener("click", (event) => { event.preventDefault(); huddlekit.addReveal(id); });
      list.append(add(item, link));
    });
    at("hk-wrong").replaceChildren(make("p", "", fill(words.to_do, { count: problems.length })), list);
  }
  let now = null;
  function say(text) {
    at("hk-way-said").textContent = text;
    at("hk-again").hidden = false;
  }
  function copied(told) { return huddlekit.copy(now.file.yaml).then(() => say(told), () => say(huddlekit.add.words.refused)); }
  function download() {
    const name = now.file.path.split("/").pop();
    huddlekit.addLinks.download(name, now.file.yaml);
    say(fill(huddlekit.add.words.downloaded, { file: name }));
  }
  // A way is open once what has to be there is there; until then it leads to what is still to do.
  function gate(event, open) {
    if (open) return true;
    event.preventDefault();
    now.refused();
    return false;
  }
  function sent(event) {
    if (!gate(event, now.ready)) return;
    const words = huddlekit.add.words;
    if (now.target.way === "download") { event.preventDefault(); download(); }
    if (now.target.way === "copy" || now.target.copied) copied(words.copied);
    if (now.target.way === "send") say(words.opened);
    if (now.target.way === "mail" && !now.target.copied) say(words.mailed);
  }
  at("hk-send").addEventListener("click", sent);
  at("hk-copy").addEventListener("click", (event) => { if (gate(event, now.enough)) copied(huddlekit.add.words.copied); });
  at("hk-download").addEventListener("click", (event) => { if (gate(event, now.enough)) download(); });
  ["issue", "mail"].forEach((name) => at(`hk-${name}`).addEventListener("click", (event) => { if (gate(event, now.enough) && !now[name].whole) copied(huddlekit.add.words.copied); }));

  function outside(link, href, out) {
    link.href = href;
    if (out) { link.target = "_blank"; link.rel = "noopener"; } else { link.removeAttribute("target"); link.removeAttribute("rel"); }
  }
  const BUTTON = { send: "send", copy: "send_copy", mail: "send_mail", download: "send_download" };
  const HOW = { send: "how", copy: "how_copy", mail: "how_mail", download: "how_download" };

  // What is known now: {kind, answers, file, ready, enough, problems (to be listed, or null), idOf, refused}.
  huddlekit.addSend = function (given) {
    const words = huddlekit.add.words, title = titleOf(given.kind, given.answers), links = huddlekit.addLinks;
    const subject = fill(words.mail_subject, { organisation: huddlekit.add.organisation, title });
    now = { ...given, target: way(given.file, subject), issue: null, mail: null };
    now.issue = huddlekit.add.repository ? formOf(given.kind, given.answers, title) : null;
    now.mail = huddlekit.add.mail ? links.mail(subject, given.file.yaml) : null;
    const out = now.target.way === "send" || now.target.way === "copy";
    outside(at("hk-send"), given.ready ? now.target.href : "#hk-wrong", given.ready && out);
    at("hk-send").textContent = words[BUTTON[now.target.way]];
    at("hk-send-how").textContent = words[HOW[now.target.way]];
    at("hk-sending").classList.toggle("is-waiting", !given.ready);
    at("hk-issue-way").hidden = !now.issue;
    at("hk-mail-way").hidden = !now.mail;
    if (now.issue) outside(at("hk-issue"), given.enough ? now.issue.href : "#hk-wrong", given.enough);
    if (now.mail) outside(at("hk-mail"), given.enough ? now.mail.href : "#hk-wrong", false);
    at("hk-wrong").hidden = !given.problems || !given.problems.length;
    if (given.problems && given.problems.length) wrong(given.problems, given.idOf);
  };
  huddlekit.addSend.told = told;
})();
