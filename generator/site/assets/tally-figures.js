// Scores out of pasted text, and the figures of a round. Pure: text and numbers in, values out; the page draws them.
(function () {
  "use strict";
  var LETTER = /\p{L}/u;
  var STAMP = /^\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\]?\s*(?:-\s+)?(?=\D|$)/i;
  var FROM = /^from\s+(.+?)\s+to\s+.+?:/i;
  var EDGES = /^["'“”‘’„«»([{#*•]+|["'“”‘’«»)\]}!?.:]+$/gu;

  function round(value) { return Math.round(value * 10) / 10; }

  // Figures that chats draw as pictures, full-width figures and odd minus signs become plain ones.
  function plain(text) {
    var figures = text.replace(/[\uFF01-\uFF5E]/g, function (sign) { return String.fromCharCode(sign.charCodeAt(0) - 0xFEE0); });
    return figures.replace(/🔟/gu, "10").replace(/[\uFE0F\u20E3\u200B-\u200F\u2060\uFEFF]/g, "").replace(/[−–](?=\d)/g, "-");
  }
  // "1. 7", "2. 9" … in a list numbered from one: the first figure is the place, not a score.
  function withoutPlaces(lines) {
    var full = lines.filter(function (line) { return line.text; });
    var numbered = full.length > 1 && full.every(function (line, place) {
      var found = /^(\d+)[.)]\s+\S/.exec(line.text);
      return found && Number(found[1]) === place + 1;
    });
    if (numbered) full.forEach(function (line) { line.text = line.text.replace(/^\d+[.)]\s+/, ""); });
    return lines;
  }
  function linesOf(text) {
    return withoutPlaces(text.split(/\r\n|\r|\n|\u2028|\u2029/).map(function (line, place) {
      var bare = plain(line).trim();
      return { number: place + 1, text: bare.replace(STAMP, "").replace(FROM, "$1:").trim() || bare };
    }));
  }

  // A word becomes {value} when it is a whole number, {near} when it is a number of another sort, else {word}.
  function token(raw) {
    var word = raw.replace(EDGES, "");
    if (/^-?\d+$/.test(word)) return { value: Number(word), raw: raw };
    if (/^-?\d*\.\d+$|^-?\d*[¼½¾]$/.test(word)) return { near: true, raw: raw };
    return { word: LETTER.test(word) ? word : "", raw: raw };
  }
  function tokens(text) {
    return text.replace(/\s[-–—:=]+\s/g, " ").split(/[\s,;|]+/).filter(function (raw) { return raw.replace(EDGES, "").replace(/[-–—:=]+/g, ""); }).map(token);
  }
  function wordsOf(found) { return found.filter(function (each) { return each.word !== undefined; }); }
  function numbersOf(found) { return found.filter(function (each) { return each.word === undefined; }); }

  function judge(found, name, scale, text) {
    if (found.near) return { problem: "whole", text: text };
    if (found.value < scale.low) return { problem: "below", text: text };
    if (found.value > scale.high) return { problem: "above", text: text };
    return { value: found.value, name: name };
  }
  // One voice: a name and a number. A number too many or none at all is named, never guessed.
  function voice(name, found, scale, text) {
    var numbers = numbersOf(found);
    if (!numbers.length) return [{ problem: "none", text: text }];
    if (numbers.length > 1) return [{ problem: "several", text: text }];
    return [judge(numbers[0], name, scale, text)];
  }
  // "7/10" and "7 out of 10" are a seven where ten is the top, and a score of another scale elsewhere.
  function outOf(text, scale) {
    var found = /(-?\d+)\s*(?:\/|\bof\b|\bout of\b)\s*(\d+)/i.exec(text);
    if (!found) return { text: text };
    return Number(found[2]) === scale.high ? { text: text.replace(found[0], " " + found[1] + " ") } : { other: true };
  }
  function nameOf(found) { return wordsOf(found).map(function (each) { return each.word; }).join(" ").trim(); }

  // Numbers first: "7 Anna 8 Ben" has the names behind; in "7 8 x 9" the x is nobody's name and is reported.
  function numbersFirst(found, scale) {
    var ends = found[found.length - 1].word !== undefined, alternates = ends && found.every(function (each, at) {
      return each.word !== undefined || found[at + 1].word !== undefined;
    });
    if (alternates) return walk(found.slice().reverse(), scale).reverse();
    return found.map(function (each) { return each.word === undefined ? judge(each, "", scale, each.raw) : { problem: "none", text: each.raw }; });
  }
  // Several names on a line, "Anna 7 Ben 8": every run of words belongs to the number after it.
  function walk(found, scale) {
    var read = [], waiting = [];
    found.forEach(function (each) {
      if (each.word !== undefined) { waiting.push(each); return; }
      read.push(judge(each, nameOf(waiting), scale, waiting.concat(each).map(function (part) { return part.raw; }).join(" ")));
      waiting = [];
    });
    if (waiting.length) read.push({ problem: "none", text: waiting.map(function (part) { return part.raw; }).join(" ") });
    return read;
  }
  function oneEach(pieces) {
    return pieces.length > 1 && pieces.every(function (piece) { return numbersOf(piece).length === 1 && wordsOf(piece).length > 0; });
  }
  function readLine(line, scale) {
    var pieces = line.split(/[,;|\t]+/).map(tokens).filter(function (piece) { return piece.length; });
    var all = tokens(line.replace(/\t/g, " "));
    var spoken = wordsOf(all).some(function (each) { return each.word; });
    if (!spoken) return all.map(function (each) { return each.word === undefined ? judge(each, "", scale, each.raw) : { problem: "none", text: each.raw }; });
    var colons = line.match(/\p{L}[^:]*:/gu) || [];
    if (colons.length === 1) {
      var at = line.indexOf(colons[0]) + colons[0].length;
      return voice(line.slice(0, at - 1).trim(), tokens(line.slice(at)), scale, line);
    }
    if (oneEach(pieces)) return [].concat.apply([], pieces.map(function (piece) { return voice(nameOf(piece), piece, scale, piece.map(function (part) { return part.raw; }).join(" ")); }));
    if (numbersOf(all).length <= 1) return voice(nameOf(all), all, scale, line);
    return all[0].word === undefined ? numbersFirst(all, scale) : walk(all, scale);
  }

  // {scores: [{value, name, line}], problems: [{problem, text, line}], twice: [names]}; nothing is dropped in silence.
  function read(text, scale) {
    var scores = [], problems = [], seen = new Map();
    linesOf(String(text)).forEach(function (line) {
      if (!line.text) return;
      var asked = outOf(line.text, scale);
      var found = asked.other ? [{ problem: "scale", text: line.text }] : readLine(asked.text, scale);
      if (!found.length) found = [{ problem: "none", text: line.text }];
      found.forEach(function (each) {
        if (each.problem) { problems.push({ problem: each.problem, text: each.text.trim(), line: line.number }); return; }
        scores.push({ value: each.value, name: each.name, line: line.number });
        if (each.name) seen.set(each.name.toLowerCase(), (seen.get(each.name.toLowerCase()) || []).concat(each.name));
      });
    });
    var twice = Array.from(seen.values()).filter(function (names) { return names.length > 1; }).map(function (names) { return names[0]; });
    return { scores: scores, problems: problems, twice: twice };
  }

  // How far apart, in a word: against the furthest that a scale allows, which is half of it all at either end.
  function apart(values, deviation, scale) {
    if (values.length < 3) return "few";
    var share = deviation / ((scale.high - scale.low) / 2), third = (scale.high - scale.low) / 3;
    if (!deviation) return "same";
    if (share <= 0.25) return "close";
    if (share <= 0.5) return "some";
    var low = values.filter(function (value) { return value < scale.low + third + 0.5; }).length / values.length;
    var high = values.filter(function (value) { return value > scale.high - third - 0.5; }).length / values.length;
    return low >= 0.3 && high >= 0.3 && low + high >= 0.8 ? "camps" : "far";
  }
  // The figures of a round, or null while nobody has spoken. The deviation is that of everybody here, not of a sample.
  function figures(values, scale) {
    if (!values.length) return null;
    var sum = values.reduce(function (total, value) { return total + value; }, 0), mean = sum / values.length;
    var sorted = values.slice().sort(function (one, other) { return one - other; });
    var squares = values.reduce(function (total, value) { return total + (value - mean) * (value - mean); }, 0);
    var deviation = Math.sqrt(squares / values.length), counts = [];
    for (var score = scale.low; score <= scale.high; score += 1) {
      counts.push({ score: score, count: values.filter(function (value) { return value === score; }).length });
    }
    return {
      voices: values.length, mean: round(sum / values.length), least: sorted[0], most: sorted[sorted.length - 1],
      spread: sorted[sorted.length - 1] - sorted[0], deviation: round(deviation), apart: apart(values, deviation, scale), counts: counts
    };
  }

  // The figure that is reported: a number on the same scale, with a point or a comma. {value} or {problem, near}.
  function reported(text, scale) {
    var word = plain(String(text)).trim().replace(",", ".");
    if (!word) return {};
    var value = Number(word.replace(/\s*%$/, ""));
    if (!/^-?\d+(\.\d+)?\s*%?$/.test(word)) return { problem: "number" };
    if (value >= scale.low && value <= scale.high && !/%$/.test(word)) return { value: value };
    return value >= 0 && value <= 100 ? { problem: "hundred", near: round(scale.low + (scale.high - scale.low) * value / 100) } : { problem: "beyond" };
  }
  // Both as they are shown, so that anybody can check the sum.
  function gap(mean, figure) { return round(mean - round(figure)); }

  // A scale of somebody's own: two whole numbers, at most twenty steps apart.
  function range(low, high) {
    var ends = [low, high].map(function (text) { return /^\s*-?\d{1,3}\s*$/.test(String(text)) ? Number(text) : NaN; });
    if (isNaN(ends[0]) || isNaN(ends[1])) return { problem: "whole" };
    if (ends[0] >= ends[1]) return { problem: "order" };
    return ends[1] - ends[0] > 20 ? { problem: "long" } : { low: ends[0], high: ends[1] };
  }

  // Comma-separated values for a spreadsheet: text that would start a formula there is kept text by an apostrophe.
  function csv(rows) {
    return "\uFEFF" + rows.map(function (row) {
      return row.map(function (cell) {
        if (typeof cell === "number") return String(cell);
        var text = String(cell).replace(/\s+/g, " ").replace(/^\s*[=+\-@＝＋－＠]/, function (start) { return "'" + start; });
        return /[",;\r\n\t]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(",") + "\r\n";
    }).join("");
  }

  window.huddlekit = window.huddlekit || {};
  window.huddlekit.tally = { read: read, figures: figures, reported: reported, gap: gap, range: range, csv: csv, round: round };
})();
