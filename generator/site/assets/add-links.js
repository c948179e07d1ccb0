// Where an entry goes: GitHub's ready new file, its forms, a mail. Every answer is {href, whole}: not whole, the long
// part was left out because no link may be that long, and has to be pasted.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const LONGEST = 6000, LONGEST_MAIL = 1900, SHORT = 120;

  function written(values) {
    return Object.keys(values).filter((name) => values[name]).map((name) => `${name}=${encodeURIComponent(values[name])}`).join("&");
  }
  function within(most, start, full, short) {
    const href = `${start}?${written(full)}`;
    return href.length <= most ? { href, whole: true } : { href: `${start}?${written(short)}`, whole: false };
  }
  function repository() { return huddlekit.add.repository; }

  huddlekit.addLinks = {
    // A new file, ready to be proposed.
    file(path, text) {
      return within(LONGEST, `${repository()}/new/${huddlekit.add.branch}`, { filename: path, value: text }, { filename: path });
    },
    // One of the forms at GitHub with the answers filled in; without the long ones where they are too long together. A
    // story's title is its heading there, because title is how GitHub calls that of the whole issue.
    form(template, title, { title: heading, ...others }) {
      const answers = { heading, ...others };
      const short = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer && answer.length < SHORT));
      return within(LONGEST, `${repository()}/issues/new`, { template, title, ...answers }, { template, title, ...short });
    },
    // What stands in a file already, ready to be changed.
    edit(path) { return `${repository()}/edit/${huddlekit.add.branch}/${path}`; },
    mail(subject, text) {
      return within(LONGEST_MAIL, `mailto:${huddlekit.add.mail}`, { subject, body: text.replace(/\n/g, "\r\n") }, { subject, body: huddlekit.add.words.mail_paste });
    },
    // A file for this computer.
    download(name, text) {
      const link = huddlekit.elements.make("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
      link.download = name;
      document.body.appendChild(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
  };
})();
