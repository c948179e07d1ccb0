// A card for each thing found, by its kind: quotes look like quotes, kits show their lengths, questions their step.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, finder = huddlekit.finder, data = finder.data, words = data.words;
  var fill = huddlekit.fill, counted = huddlekit.counted;
  var THEMES = 3;

  function part(tag, text, className) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function minutes(count) { return counted(words.minutes, count); }
  function link(text, href, label, className) {
    var made = part("a", text, className);
    made.href = href;
    if (label) made.setAttribute("aria-label", label);
    return made;
  }

  // Which length of a kit fits the minutes one has: the longest that does, else the shortest.
  function lengthFor(entry, most) {
    var fitting = entry.minutes.filter(function (each) { return !most || each <= most; });
    return most && fitting.length ? fitting[fitting.length - 1] : entry.minutes[0];
  }
  function star(entry) {
    var made = part("button", "", "hk-star");
    made.type = "button";
    made.hidden = true;
    made.dataset.id = entry.id;
    made.dataset.name = entry.name;
    made.dataset.page = entry.page;
    made.setAttribute("aria-label", fill(words.star, { name: entry.name }));
    return made;
  }
  function span(entry) {
    var least = entry.minutes[0], most = entry.minutes[entry.minutes.length - 1];
    return least === most ? minutes(least) : fill(words.span, { least: least, most: most });
  }
  function people(entry) {
    var least = entry.group[0], most = entry.group[1];
    return least === most ? counted(words.people, least) : fill(words.group, { least: least, most: most });
  }
  function facts(entry) {
    var said = [];
    if (entry.kind === "activities") said.push(span(entry));
    if (entry.group) said.push(people(entry));
    if (data.states[entry.state]) said.push(data.states[entry.state]);
    if (entry.kind === "stories" || entry.kind === "story-sets") said.push(counted(words.reads_in, entry.minutes[0]));
    if (entry.waits) said.push(words.in_review);
    return said;
  }
  function foot(entry) {
    var made = part("p", "", "hk-card__foot");
    facts(entry).forEach(function (fact) { made.append(part("span", fact, "hk-fact"), " "); });
    var themes = finder.labelsOf("themes", (entry.themes || []).slice(0, THEMES));
    if (themes.length) made.append(part("span", themes.join(" · "), "hk-card__themes"));
    return made;
  }
  function lengths(entry, most) {
    var made = part("p", "", "hk-card__lengths"), best = lengthFor(entry, most);
    entry.minutes.forEach(function (each) {
      var chip = link("", entry.page + "#m" + each, fill(words.length_name, { name: entry.name, number: each }), "hk-minutes");
      chip.append(part("b", String(each)), " " + words.min);
      made.append(chip, " ");
    });
    made.append(link(words.run, "run.html?kit=" + entry.slug.replace(/ /g, "-") + "&minutes=" + best, fill(words.run_name, { name: entry.name, minutes: minutes(best) }), "hk-run"));
    return made;
  }
  function line(entry) {
    if (entry.kind === "quotes") return fill(words.by, { name: entry.line });
    return entry.kind === "questions" ? data.steps[entry.state] : entry.line;
  }
  function card(entry, state) {
    var made = part("li", "", "hk-card hk-card--" + entry.kind), most = finder.number(state.minutes);
    var top = part("p", "", "hk-card__top"), name = part("h3", "", "hk-card__name");
    top.append(part("span", words.kinds[entry.kind][0], "hk-kind"));
    name.append(link(entry.name, entry.page + (entry.kind === "kits" && most ? "#m" + lengthFor(entry, most) : "")));
    made.append(top, star(entry), name);
    if (line(entry)) made.append(part("p", line(entry), "hk-card__line"));
    if (entry.kind === "kits") made.append(lengths(entry, most));
    made.append(foot(entry));
    return made;
  }
  finder.card = card;
})();
