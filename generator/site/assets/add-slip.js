// The card as it will be printed, the story as it will be read, and how long they are.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const make = huddlekit.elements.make, add = huddlekit.elements.add, fill = huddlekit.fill, count = huddlekit.addTidy.count;

  function label(id) { const at = huddlekit.add.themes.filter((each) => each[0] === id)[0]; return at ? at[1] : ""; }

  // The largest type in which the words fit; 0 where none does.
  function fit(box, words) {
    const found = huddlekit.add.sizes.filter((size) => {
      words.style.setProperty("--size", size);
      return words.offsetHeight <= box.clientHeight && words.scrollWidth <= box.clientWidth;
    });
    const size = found[0] || huddlekit.add.sizes[huddlekit.add.sizes.length - 1];
    words.style.setProperty("--size", size);
    return found.length ? size : 0;
  }
  function top(kind, right) {
    return add(make("p", "hk-slip__top"), make("b", "", huddlekit.add.words.kinds[kind]), make("span", "", right));
  }
  function paragraph(className, text) {
    const made = make("p", className, text);
    made.dir = "auto";
    return made;
  }
  function card(place, kind, shown) {
    const words = huddlekit.add.words, face = make("div", `hk-slip__face hk-slip__face--${kind}`), box = make("div", "hk-slip__words");
    const text = paragraph(shown.text ? "" : "hk-slip__empty", shown.text ? fill(words.quoted, { text: shown.text }) : words.empty[kind]);
    add(face, top(kind, shown.right), add(box, text), add(make("p", "hk-slip__by"), make("b", shown.by === words.no_author ? "hk-slip__empty" : "", shown.by), make("span", "", shown.where)));
    place.replaceChildren(face);
    return fit(box, text);
  }
  function story(place, shown) {
    const words = huddlekit.add.words, face = make("div", "hk-slip__face hk-slip__face--story hk-slip__face--page");
    add(face, top("story", shown.right), paragraph(shown.title ? "hk-slip__title" : "hk-slip__title hk-slip__empty", shown.title || words.empty.story));
    shown.paragraphs.forEach((each) => face.appendChild(paragraph("", each)));
    add(face, add(make("p", "hk-slip__by"), make("b", "", shown.by)));
    if (shown.takeaway) add(face, make("p", "hk-slip__later", words.later), paragraph("hk-slip__takeaway", shown.takeaway));
    place.replaceChildren(face);
  }

  // [what is said, whether it is well], line by line.
  function quoteLength(text, size) {
    const words = huddlekit.add.words, limits = huddlekit.add.limits, long = count(text);
    const fits = !size ? "none" : size >= 15 ? "large" : size >= 12 ? "usual" : "small";
    const letters = Array.from(text).length;
    const told = letters > limits.text ? [[fill(words.too_long, { count: letters, most: limits.text }), false]] : [[words.fits[fits], Boolean(size)]];
    return told.concat([[fill(words.closes[long < limits.closing ? "yes" : "no"], { most: limits.closing }), long < limits.closing]]);
  }
  function storyLength(long) {
    const words = huddlekit.add.words, [least, most] = huddlekit.add.limits.story;
    if (long < least) return [[fill(words.story_length.short, { more: least - long, least }), false]];
    if (long > most) return [[fill(words.story_length.long, { more: long - most, most }), false]];
    return [[words.story_length.right, true]];
  }
  function meter(long, zone, end) {
    const made = make("li", "hk-meter"), bar = make("i");
    made.setAttribute("aria-hidden", "true");
    made.style.setProperty("--from", zone[0] / end);
    made.style.setProperty("--to", zone[1] / end);
    bar.style.setProperty("--at", Math.min(1, long / end));
    return add(made, bar);
  }
  function lines(place, long, told, zone, end) {
    const shown = [add(make("li", "hk-add__count"), make("b", "", fill(huddlekit.add.words.length, { count: long })))];
    told.forEach((each) => shown.push(make("li", each[1] ? "hk-well" : "hk-not", each[0])));
    place.replaceChildren.apply(place, long ? [meter(long, zone, end)].concat(shown) : []);
  }

  // Both are drawn from the entry as it is written into its file.
  huddlekit.addSlip = function (slip, length, kind, entry) {
    const words = huddlekit.add.words, limits = huddlekit.add.limits, theme = label((entry.themes || [])[0]), text = entry.text || "";
    if (kind === "story") {
      const by = [entry.told_by || words.teller, entry.trade, entry.country, entry.year].filter(Boolean).join(", ");
      const paragraphs = text.split("\n").filter(Boolean), takeaway = entry.takeaway ? entry.takeaway.text || entry.takeaway : "";
      story(slip, { title: entry.title, paragraphs, by, takeaway, right: theme || words.first_hand });
      lines(length, count(text), storyLength(count(text)), limits.story, limits.story[1] * 1.25);
      return;
    }
    const where = [entry.work, entry.year].filter(Boolean).join(", ");
    const size = card(slip, kind, { text, by: entry.author || words.no_author, where, right: theme });
    lines(length, count(text), quoteLength(text, size), [0, limits.closing], limits.closing * 2.5);
  };
})();
