// Ranked lists out of pasted text, and how far several people agree. Pure: text in, values out; the page draws them.
(function () {
  "use strict";
  var MARK = /^\s*(?:(?:\d{1,2}\s*[.):]|[-–—*•·])\s*)/, ARTICLE = /^(?:the|a|an|our|my|all) /;

  function singular(word) {
    if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
    if (/ies$/.test(word)) return word.replace(/ies$/, "y");
    return /(?:ch|sh|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
  }
  // What two spellings of one thing have in common: no accents, capitals, signs, articles or plurals.
  function key(text) {
    var bare = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/&/g, " and ").replace(/['’]s?(?= |$)/g, "");
    bare = bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    while (ARTICLE.test(bare)) bare = bare.replace(ARTICLE, "");
    return bare.split(" ").map(singular).join(" ");
  }
  function numbered(lines) {
    return lines.length > 1 && lines.every(function (line, place) { return new RegExp("^\\s*" + (place + 1) + "\\s+\\S").test(line); });
  }
  // Lines of one person. A first line that ends in a colon is the name.
  function listOf(lines, place) {
    var name = "", rest = lines;
    if (/:\s*$/.test(lines[0])) { name = lines[0].replace(/:\s*$/, "").trim(); rest = lines.slice(1); }
    var bare = numbered(rest) ? rest.map(function (line) { return line.replace(/^\s*\d+\s+/, ""); }) : rest;
    return { name: name, place: place, lines: bare.map(function (line) { return line.replace(MARK, "").trim(); }).filter(Boolean) };
  }
  // A block out of a spreadsheet has a list in every column; one that only counts the places is left out.
  function columns(lines) {
    var cells = lines.map(function (line) { return line.split("\t"); }), wide = Math.max.apply(null, cells.map(function (row) { return row.length; }));
    var made = [];
    for (var at = 0; at < wide; at += 1) {
      var column = cells.map(function (row) { return (row[at] || "").trim(); });
      var full = column.filter(Boolean);
      if (full.length && !full.every(function (cell) { return /^\d+[.)]?$/.test(cell); })) made.push(full);
    }
    return made;
  }
  function blocks(text) {
    var made = [], open = [];
    String(text).split(/\r\n|\r|\n|\u2028|\u2029/).concat("").forEach(function (line) {
      var starts = /:\s*$/.test(line) && open.length > 0;
      if ((!line.trim() || starts) && open.length) { made.push(open); open = []; }
      if (line.trim()) open.push(line);
    });
    return [].concat.apply([], made.map(function (lines) {
      return lines.some(function (line) { return line.trim().indexOf("\t") > 0; }) ? columns(lines) : [lines];
    }));
  }
  // {lists: [{name, place, items: [{text, key, rank}]}], problems: [{problem, text, name, place}]}
  function read(text) {
    var problems = [];
    var lists = blocks(text).map(function (lines, at) { return listOf(lines, at + 1); }).filter(function (list) {
      if (!list.lines.length) problems.push({ problem: "empty", text: list.name, name: list.name, place: list.place });
      return list.lines.length;
    }).map(function (list) {
      var seen = [], items = [];
      list.lines.forEach(function (line) {
        var known = key(line), problem = !known ? "unread" : seen.indexOf(known) >= 0 ? "twice" : "";
        if (problem) { problems.push({ problem: problem, text: line, name: list.name, place: list.place }); return; }
        seen.push(known);
        items.push({ text: line, key: known, rank: items.length + 1 });
      });
      return { name: list.name, place: list.place, items: items };
    });
    return { lists: lists, problems: problems };
  }

  // Follows "a is the same as b" to the last b; a ring ends where it began.
  function final(known, same) {
    var seen = [];
    while (Object.prototype.hasOwnProperty.call(same, known) && seen.indexOf(known) < 0) { seen.push(known); known = same[known]; }
    return known;
  }
  function ranksOf(list, same) {
    var ranks = new Map();
    list.items.forEach(function (item) {
      var known = final(item.key, same);
      if (!ranks.has(known)) ranks.set(known, { rank: item.rank, text: item.text });
    });
    return ranks;
  }
  function commonest(texts) {
    var best = texts[0], most = 0;
    texts.forEach(function (text) {
      var many = texts.filter(function (other) { return other === text; }).length;
      if (many > most) { best = text; most = many; }
    });
    return best;
  }
  // How much any two lists share on average, and of how many: of the shorter of the two.
  function overlap(all) {
    var pairs = 0, shared = 0, room = 0;
    all.forEach(function (one, at) {
      all.slice(at + 1).forEach(function (other) {
        pairs += 1;
        shared += Array.from(one.keys()).filter(function (known) { return other.has(known); }).length;
        room += Math.min(one.size, other.size);
      });
    });
    return pairs ? { shared: Math.round(shared * 10 / pairs) / 10, of: Math.round(room * 10 / pairs) / 10 } : null;
  }
  // How many named each thing and at which place on average; by number, place and name.
  function agreement(lists, same) {
    var all = lists.map(function (list) { return ranksOf(list, same || {}); }), things = new Map();
    all.forEach(function (ranks) {
      ranks.forEach(function (found, known) {
        if (!things.has(known)) things.set(known, { key: known, texts: [], ranks: [] });
        things.get(known).texts.push(found.text);
        things.get(known).ranks.push(found.rank);
      });
    });
    var rows = Array.from(things.values()).map(function (thing) {
      var sum = thing.ranks.reduce(function (total, rank) { return total + rank; }, 0);
      var spellings = thing.texts.filter(function (text, at) { return thing.texts.indexOf(text) === at; });
      return { key: thing.key, name: commonest(thing.texts), spellings: spellings, named: thing.ranks.length, place: Math.round(sum * 10 / thing.ranks.length) / 10,
        best: Math.min.apply(null, thing.ranks), worst: Math.max.apply(null, thing.ranks) };
    });
    rows.sort(function (one, other) { return other.named - one.named || one.place - other.place || (one.key < other.key ? -1 : 1); });
    return {
      people: lists.length, things: rows, overlap: overlap(all),
      every: rows.filter(function (row) { return lists.length > 1 && row.named === lists.length; }).length,
      half: rows.filter(function (row) { return row.named < lists.length && row.named * 2 >= lists.length && row.named > 1; }).length,
      one: rows.filter(function (row) { return row.named === 1; }).length
    };
  }

  // Letters to change, add, take away or swap; stops counting at three.
  function distance(one, other) {
    if (Math.abs(one.length - other.length) > 2) return 3;
    var before = [], last = [], row = [];
    for (var at = 0; at <= other.length; at += 1) last.push(at);
    for (var down = 1; down <= one.length; down += 1) {
      row = [down];
      for (var over = 1; over <= other.length; over += 1) {
        var step = one[down - 1] === other[over - 1] ? 0 : 1;
        row.push(Math.min(last[over] + 1, row[over - 1] + 1, last[over - 1] + step));
        if (down > 1 && over > 1 && one[down - 1] === other[over - 2] && one[down - 2] === other[over - 1]) row[over] = Math.min(row[over], before[over - 2] + 1);
      }
      before = last;
      last = row;
    }
    return Math.min(3, last[other.length]);
  }
  function within(few, many) { return few.every(function (word) { return many.indexOf(word) >= 0; }); }
  function similar(one, other) {
    var shorter = Math.min(one.length, other.length), far = distance(one, other);
    if ((shorter >= 4 && far <= 1) || (shorter >= 8 && far <= 2)) return true;
    var first = one.split(" "), second = other.split(" ");
    return shorter >= 4 && (within(first, second) || within(second, first));
  }
  // Pairs of names that may be one thing under two names: the reader decides.
  function alike(rows) {
    var pairs = [];
    rows.slice(0, 200).forEach(function (one, at) {
      rows.slice(at + 1, 200).forEach(function (other) { if (similar(one.key, other.key)) pairs.push([one, other]); });
    });
    return pairs;
  }
  // Two groups side by side: what both name, then what only one does.
  function compare(first, second) {
    var other = new Map(second.things.map(function (row) { return [row.key, row]; })), mine = new Map(first.things.map(function (row) { return [row.key, row]; }));
    var both = first.things.filter(function (row) { return other.has(row.key); }).map(function (row) { return { name: row.name, key: row.key, first: row, second: other.get(row.key) }; });
    both.sort(function (one, next) { return (next.first.named + next.second.named) - (one.first.named + one.second.named) || one.first.place - next.first.place; });
    return {
      both: both,
      first: first.things.filter(function (row) { return !other.has(row.key); }),
      second: second.things.filter(function (row) { return !mine.has(row.key); })
    };
  }

  window.huddlekit = window.huddlekit || {};
  window.huddlekit.lists = { read: read, agreement: agreement, alike: alike, compare: compare, key: key };
})();
