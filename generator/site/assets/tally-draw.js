// Draws what was counted: figures, a picture of all voices, tables, and questions to go on with. Text stays text.
(function () {
  "use strict";
  var words = window.huddlekit.scales.words, tally = window.huddlekit.tally, lists = window.huddlekit.lists;
  var fill = window.huddlekit.fill, make = window.huddlekit.elements.make, add = window.huddlekit.elements.add;
  var SVG = "http://www.w3.org/2000/svg", STEP = 36, TOP = 16, BARS = 84, FOOT = 36;

  function draw(tag, values, text) {
    var made = document.createElementNS(SVG, tag);
    Object.keys(values).forEach(function (name) { made.setAttribute(name, values[name]); });
    if (text !== undefined) made.textContent = text;
    return made;
  }
  function shown(value) { return value.toFixed(1); }
  function scaleText(scale) {
    var labelled = scale.low_label && scale.high_label;
    return fill(labelled ? words.scale_is : words.scale_bare, scale);
  }

  // Where the bar of a round stands in the room of one score.
  function place(at, many) {
    var wide = many === 1 ? 22 : 13;
    return { wide: wide, from: (STEP - wide * many - (many - 1) * 2) / 2 + at * (wide + 2) };
  }
  // Bars of one round, or of two beside each other, over the scores; a triangle at each mean, a line at the reported figure.
  function bars(svg, round, at, many, scale, highest) {
    var bar = place(at, many);
    round.figures.counts.forEach(function (each, score) {
      var high = each.count / highest * BARS;
      if (!each.count) return;
      svg.appendChild(draw("rect", { x: score * STEP + bar.from, y: TOP + BARS - high, width: bar.wide, height: high, rx: 2, "class": "hk-bar-" + at }));
    });
    var x = (round.figures.mean - scale.low + 0.5) * STEP, y = TOP + BARS + 21;
    svg.appendChild(draw("path", { d: "M" + x + " " + y + "l6 10h-12z", "class": "hk-bar-" + at }));
  }
  function numbers(svg, round, at, many, highest) {
    var bar = place(at, many);
    round.figures.counts.forEach(function (each, score) {
      if (each.count) svg.appendChild(draw("text", { x: score * STEP + bar.from + bar.wide / 2, y: TOP + BARS - each.count / highest * BARS - 4, "class": "hk-many" }, each.count));
    });
  }
  function picture(rounds, scale, reported) {
    var width = (scale.high - scale.low + 1) * STEP, highest = 1;
    rounds.forEach(function (round) { round.figures.counts.forEach(function (each) { highest = Math.max(highest, each.count); }); });
    var svg = draw("svg", { viewBox: "0 0 " + width + " " + (TOP + BARS + FOOT), "class": "hk-voices", "aria-hidden": "true", focusable: "false" });
    svg.appendChild(draw("path", { d: "M0 " + (TOP + BARS) + "h" + width, "class": "hk-axis" }));
    for (var score = scale.low; score <= scale.high; score += 1) {
      svg.appendChild(draw("text", { x: (score - scale.low + 0.5) * STEP, y: TOP + BARS + 15, "class": "hk-score" }, score));
    }
    rounds.forEach(function (round) { bars(svg, round, round.at, rounds.length, scale, highest); });
    if (reported !== undefined) svg.appendChild(draw("path", { d: "M" + (reported - scale.low + 0.5) * STEP + " 2v" + (TOP + BARS), "class": "hk-figure" }));
    rounds.forEach(function (round) { numbers(svg, round, round.at, rounds.length, highest); });
    return svg;
  }
  function mark(className, text) {
    var made = make("li", ""), svg = draw("svg", { viewBox: "0 0 14 14", "aria-hidden": "true", "class": "hk-mark" });
    svg.appendChild(className === "hk-figure" ? draw("path", { d: "M7 0v14", "class": className }) : draw("path", { d: "M7 2l6 10h-12z", "class": className }));
    return add(made, svg, make("span", "", text));
  }
  function marks(rounds, reported) {
    var made = make("ul", "hk-marks");
    rounds.forEach(function (round) {
      made.appendChild(mark("hk-bar-" + round.at, fill(rounds.length > 1 ? words.mark_mean_of : words.mark_mean, { name: round.name, value: shown(round.figures.mean) })));
    });
    if (reported !== undefined) made.appendChild(mark("hk-figure", fill(words.mark_reported, { value: reported })));
    return made;
  }
  function row(cells, tag) {
    var made = make("tr");
    cells.forEach(function (cell, at) {
      var head = tag === "th" || at === 0, one = make(head ? "th" : "td", "", cell);
      if (head) one.scope = tag === "th" ? "col" : "row";
      made.appendChild(one);
    });
    return made;
  }
  function table(className, caption, head, rows) {
    var made = make("table", className), body = make("tbody");
    rows.forEach(function (cells) { body.appendChild(row(cells)); });
    return add(made, make("caption", caption.hidden ? "hk-hidden" : "", caption.text), add(make("thead"), row(head, "th")), body);
  }
  // The same as the picture, for those who cannot see it.
  function counts(rounds, title) {
    var head = [words.score].concat(rounds.map(function (round) { return rounds.length > 1 ? round.name : words.chosen; }));
    var rows = rounds[0].figures.counts.map(function (each, at) { return [each.score].concat(rounds.map(function (round) { return round.figures.counts[at].count; })); });
    return add(make("div", "hk-hidden"), table("", { text: fill(words.table, { title: title }) }, head, rows));
  }

  function pair(list, term, value, small) {
    var dd = make("dd", "", value);
    if (small) add(dd, document.createTextNode(" "), make("small", "", small));
    add(list, add(make("div"), make("dt", "", term), dd));
  }
  // The spread in points and in a word, and the standard deviation for those who know what it is.
  function spread(list, figures) {
    var said = fill(words.spread_is, { count: figures.spread, apart: words.apart[figures.apart] });
    pair(list, words.spread, said, figures.apart === "few" ? "" : fill(words.deviation, { value: shown(figures.deviation) }));
  }
  function gapText(mean, reported) {
    var gap = tally.gap(mean, reported), sort = gap > 0 ? "above" : gap < 0 ? "below" : "same";
    return fill(words.gap_is[sort], { gap: shown(Math.abs(gap)), figure: reported });
  }
  function roundBox(round, many, reported) {
    var made = make("div", "hk-round"), list = make("dl"), figures = round.figures;
    if (many > 1) made.appendChild(make("h4", "", round.name));
    var mean = add(make("div", "hk-round__mean"), make("dt", "", words.mean), make("dd", "", shown(figures.mean)));
    list.appendChild(mean);
    pair(list, words.range, fill(words.range_is, figures));
    spread(list, figures);
    pair(list, words.voices, figures.voices);
    if (reported !== undefined) pair(list, words.gap, gapText(figures.mean, reported));
    return add(made, list);
  }
  function changeText(first, second) {
    var change = tally.round(second.figures.mean - first.figures.mean), sort = change > 0 ? "up" : change < 0 ? "down" : "same";
    return fill(words.change[sort], { first: first.name, second: second.name, change: shown(Math.abs(change)) });
  }
  function prompts(questions) {
    var made = make("div", "hk-talk"), list = make("ul");
    questions.forEach(function (question) { list.appendChild(make("li", "", question)); });
    return add(made, list);
  }
  // Two or three questions that fit these figures.
  function questions(rounds, reported) {
    var last = rounds[rounds.length - 1], asked = [words.prompts.silence, words.prompts[last.figures.apart]];
    if (rounds.length > 1) {
      var change = tally.round(last.figures.mean - rounds[0].figures.mean);
      asked.push(words.prompts[change > 0 ? "change_up" : change < 0 ? "change_down" : "change_same"]);
    } else if (reported !== undefined) {
      var gap = tally.gap(last.figures.mean, reported);
      asked.push(words.prompts[gap > 0 ? "gap_above" : gap < 0 ? "gap_below" : "gap_same"]);
    }
    return asked;
  }
  function statementBox(statement, scale) {
    var made = make("article", "hk-statement"), rounds = statement.rounds.filter(function (round) { return round.figures; });
    made.appendChild(make("h3", "", statement.text));
    if (!rounds.length) return add(made, make("p", "hk-tally__how", words.empty));
    var boxes = make("div", rounds.length > 1 ? "hk-rounds hk-rounds--two" : "hk-rounds");
    rounds.forEach(function (round) { boxes.appendChild(roundBox(round, statement.rounds.length, statement.reported)); });
    var figure = add(make("div", "hk-statement__picture"), picture(rounds, scale, statement.reported), marks(rounds, statement.reported), counts(rounds, statement.text));
    add(made, boxes, figure);
    if (rounds.length > 1) made.appendChild(make("p", "hk-change", changeText(rounds[0], rounds[1])));
    return made;
  }
  function overview(sheet) {
    var names = sheet.statements[0].rounds.map(function (round) { return round.name; });
    var head = [words.statement].concat(names.length > 1 ? names : [words.mean]);
    var rows = sheet.statements.map(function (statement) {
      return [statement.text].concat(statement.rounds.map(function (round) {
        return round.figures ? fill(words.mean_and_range, Object.assign({}, round.figures, { mean: shown(round.figures.mean) })) : "–";
      }));
    });
    return table("hk-overview", { text: words.overview }, head, rows);
  }
  // The figures of a sheet: {scale, statements: [{text, reported, rounds: [{name, at, figures}]}], current}.
  function scores(sheet) {
    var made = make("div");
    var heard = sheet.statements.filter(function (each) { return each.rounds.some(function (round) { return round.figures; }); });
    made.appendChild(make("p", "hk-tally__scale hk-print", scaleText(sheet.scale)));
    if (!heard.length) return add(made, make("p", "hk-tally__empty", words.empty));
    if (heard.length === 1) made.className = "hk-alone";
    if (sheet.statements.length > 1) made.appendChild(overview(sheet));
    heard.forEach(function (statement) { made.appendChild(statementBox(statement, sheet.scale)); });
    var about = heard.indexOf(sheet.current) >= 0 ? sheet.current : heard[heard.length - 1];
    return add(made, talk(questions(about.rounds.filter(function (round) { return round.figures; }), about.reported)));
  }
  function talk(asked) {
    var made = prompts(asked);
    made.insertBefore(make("h3", "", words.talk), made.firstChild);
    return made;
  }

  function thingName(name, spellings) {
    var others = spellings.filter(function (each) { return each !== name; });
    return others.length ? [name, fill(words.spelt, { words: others.join(", ") })] : [name];
  }
  function thingRow(cells, said) {
    var made = row(cells), head = made.firstChild;
    if (said) add(head, document.createTextNode(" "), make("small", "", said));
    return made;
  }
  function sumsOf(found) {
    var list = make("dl", "hk-sums");
    pair(list, words.on_every, found.every);
    pair(list, words.on_half, found.half);
    pair(list, words.on_one, found.one);
    return list;
  }
  function shareText(found) { return found.overlap ? fill(words.share, found.overlap) : ""; }
  function groupBox(group, at, all) {
    var made = make("div", "hk-round");
    return add(made, all.length > 1 && make("h3", "", group.name), make("p", "hk-heard", fill(words.people, { count: group.found.people })), sumsOf(group.found), make("p", "hk-change", shareText(group.found)));
  }
  function oneGroup(group) {
    var made = make("table", "hk-things"), body = make("tbody"), found = group.found;
    found.things.forEach(function (thing) {
      var name = thingName(thing.name, thing.spellings);
      var place = thing.best === thing.worst ? thing.place : fill(words.place_and_span, thing);
      body.appendChild(thingRow([name[0], fill(words.of, { named: thing.named, people: found.people }), place], name[1]));
    });
    return add(made, make("caption", "hk-hidden", group.listed), add(make("thead"), row([words.thing, words.named, words.place], "th")), body);
  }
  function cell(found, group) { return found ? fill(words.named_at, { named: found.named, people: group.found.people, place: found.place }) : "–"; }
  function bandHead(text) {
    var head = make("th", "", text), made = make("tr", "hk-band");
    head.colSpan = 3;
    head.scope = "rowgroup";
    return add(made, head);
  }
  function band(text, rows, groups) {
    var body = add(make("tbody"), bandHead(text));
    if (!rows.length) body.appendChild(row([words.nothing, "", ""]));
    rows.forEach(function (each) {
      var spellings = [].concat(each.first ? each.first.spellings : [], each.second ? each.second.spellings : []);
      var name = thingName(each.name, spellings.filter(function (text, at) { return spellings.indexOf(text) === at; }));
      body.appendChild(thingRow([name[0], cell(each.first, groups[0]), cell(each.second, groups[1])], name[1]));
    });
    return body;
  }
  function twoGroups(groups) {
    var found = lists.compare(groups[0].found, groups[1].found), made = make("table", "hk-things");
    var first = found.first.map(function (each) { return { name: each.name, first: each }; }), second = found.second.map(function (each) { return { name: each.name, second: each }; });
    add(made, make("caption", "", words.cells), add(make("thead"), row([words.thing, groups[0].name, groups[1].name], "th")));
    return add(made, band(words.both, found.both, groups), band(fill(words.only, groups[0]), first, groups), band(fill(words.only, groups[1]), second, groups));
  }
  // The agreement of one group, or of two: [{name, listed, found}]; what is listed is said unless the exercise's title says it.
  function ranked(groups, title) {
    var made = make("div"), full = groups.filter(function (group) { return group.found.people; });
    if (groups[0].listed !== title) made.appendChild(make("p", "hk-listed", groups[0].listed));
    if (!full.length) return add(made, make("p", "hk-tally__empty", words.empty_lists));
    var boxes = make("div", full.length > 1 ? "hk-rounds hk-rounds--two" : "hk-rounds");
    full.forEach(function (group, at) { boxes.appendChild(groupBox(group, at, full)); });
    add(made, boxes, full.length > 1 ? twoGroups(full) : oneGroup(full[0]));
    return add(made, talk(full.length > 1 ? [words.list_prompts.sides, words.list_prompts.one] : [words.list_prompts.every, words.list_prompts.one]));
  }

  window.huddlekit.tallyDraw = { scaleText: scaleText, scores: scores, ranked: ranked };
})();
