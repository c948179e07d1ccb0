// What is said, asked and done in a plan, prompt by prompt, word for word as its guide or its sheet has it. Pure.
//
// huddlekit.cues(plan, data) with data = {entries, words, print, promises, people, days} gives a part for each segment:
//   {number, title, method, purpose, remote, large, do: [lines], bridge, prompts: [prompt]}
// and a prompt is
//   {cue: care | say | ask | do | read | quote | step, text or lines or paragraphs, label, note, by, over, minutes, hold, more: [{label, lines}]}
// A step carries as `act` whether it is said, asked or done. The rules are those of generator/paper: a test holds the two together.
(function () {
  "use strict";
  var SAME_EVERYWHERE = ["welcome", "rules", "evaluation", "close", "break", "slack"];
  var BY_KIND = { quote: "opening-quote", questions: "reflect", story: "read-aloud" };
  var MANY_QUOTES = 4, LARGE_GROUP = 12;
  // How much a guide prints: below so many minutes, for so many segments, with stories or without. Later rows hold more.
  var EXTENTS = [
    { below: 45, segments: 9, stories: false, everyLine: true, inPlace: true },
    { below: 45, segments: 99, stories: true, everyLine: false, inPlace: false },
    { below: 75, segments: 12, stories: false, everyLine: true, inPlace: true },
    { below: 75, segments: 99, stories: true, everyLine: true, inPlace: false },
    { below: 999, segments: 99, stories: true, everyLine: true, inPlace: true }
  ];

  var house = (window.huddlekit = window.huddlekit || {}), fill = house.fill, counted = house.counted;
  function unique(list) { return list.filter(function (each, place) { return list.indexOf(each) === place; }); }
  function flat(lists) { return [].concat.apply([], lists); }
  function more(label, lines) { return lines && lines.length ? [{ label: label, lines: lines }] : []; }

  function extentOf(plan) {
    var told = plan.segments.some(function (each) { return each.kind === "story"; });
    return EXTENTS.filter(function (each) {
      return plan.minutes < each.below && plan.segments.length <= each.segments && (each.stories || !told);
    })[0];
  }

  // Which segment looks back on what came before it: the last of a run of one kind, the fitting role before the others.
  function lookedBackOn(segments, roles) {
    var kind = roles.indexOf("debrief") >= 0 ? "activity" : "story";
    var found = segments.map(function () { return []; });
    segments.forEach(function (segment, at) {
      if (segment.kind !== kind || !segment.items.length) return;
      var where = whereOf(segments, at, kind, roles);
      found[where] = found[where].concat(segment.items);
    });
    return found;
  }
  function whereOf(segments, at, kind, roles) {
    var after = [];
    for (var later = at + 1; later < segments.length; later += 1) {
      if (segments[later].kind !== kind || (kind === "activity" && segments[later].items.length)) break;
      after.push(later);
    }
    for (var place = 0; place < roles.length; place += 1) {
      for (var each = 0; each < after.length; each += 1) if (segments[after[each]].role === roles[place]) return after[each];
    }
    return after.length ? after[after.length - 1] : at;
  }

  // A segment with its entries and what it looks back on.
  function course(plan, data) {
    var segments = plan.segments, entries = data.entries;
    var notice = lookedBackOn(segments, ["notice"]), takeaways = lookedBackOn(segments, ["takeaways"]);
    var debrief = lookedBackOn(segments, ["debrief"]);
    function storiesOf(id) {
      var entry = entries[id];
      if (entry.kind === "story-sets") return entry.stories.map(function (each) { return entries[each]; });
      return entry.kind === "stories" ? [entry] : [];
    }
    function told(ids) { return flat(ids.map(storiesOf)); }
    function of(ids, kind) { return ids.filter(function (id) { return entries[id].kind === kind; }); }
    function entry(id) { return entries[id]; }
    return segments.map(function (segment, place) {
      var sets = of(notice[place], "story-sets").map(entry);
      return {
        number: place + 1,
        segment: segment,
        role: [segment.role, segment.kind, BY_KIND[segment.kind]].filter(function (name) { return name in data.words.segments; })[0],
        byHand: Boolean(segment.purpose || (segment.say || []).length || (segment.do || []).length),
        questions: of(segment.items, "questions"),
        quotes: of(segment.items, "quotes").map(entry),
        stories: told(segment.items),
        activities: of(segment.items, "activities"),
        notice: told(notice[place]),
        share: flat(sets.map(function (each) { return each.ask; })),
        thread: sets.map(function (each) { return each.what_they_share; }),
        takeaways: told(takeaways[place]),
        debrief: of(debrief[place], "activities").map(entry).pop()
      };
    });
  }

  function spoken(stretch, plan, data) {
    if (stretch.byHand) return stretch.segment.say || [];
    var words = data.words.segments, welcome = stretch.role === "welcome", rules = welcome && hasRules(plan);
    var next = data.days ? counted(words.close.next_date_days, data.days) : words.close.next_date;
    var values = { minutes: welcome ? plan.minutes : stretch.segment.minutes, promise: plan.promise, next_date: next };
    var lines = words[stretch.role][rules ? "say_with_rules" : "say"].map(function (line) { return fill(line, values); });
    return rules && !extentOf(plan).everyLine ? lines.slice(0, 1) : lines;
  }
  function hasRules(plan) { return plan.segments.some(function (each) { return each.kind === "rules"; }); }
  function bridge(stretch, plan, data) {
    if (stretch.byHand || plan.huddle || !extentOf(plan).inPlace || stretch.number === plan.segments.length) return "";
    return data.words.segments[stretch.role][stretch.role === "welcome" && !hasRules(plan) ? "bridge_plain" : "bridge"];
  }

  function quotes(stretch, data) {
    var found = stretch.quotes, print = data.print;
    var silent = stretch.role === "closing-quote" || stretch.segment.kind === "close" || found.length > MANY_QUOTES;
    return flat(found.map(function (quote) {
      var translated = quote.translator ? [fill(print.translated, { name: quote.translator })] : [];
      var by = [quote.person].concat([quote.work, quote.year].filter(Boolean), translated).join(", ");
      var line = { cue: "quote", text: "“" + quote.shown + "”", by: by, more: more(print.status_label, [print.status[quote.status]]) };
      return [line].concat(silent ? [] : (quote.ask || []).map(function (ask) {
        return { cue: "ask", text: ask, over: line.text + " — " + quote.person, more: [] };
      }));
    }));
  }

  function story(each, data) {
    var print = data.print;
    var told = [fill(print.told[each.told], { by: each.told_by })].concat(each.names_changed ? [print.names_changed] : []);
    told.push(fill(print.aloud, { count: Math.ceil(each.seconds / 10) * 10 }) + ".");
    var paragraphs = each.text.split(/\r\n|\r|\n/).map(function (part) { return part.trim(); }).filter(Boolean);
    var read = { cue: "read", label: each.title, paragraphs: paragraphs, by: told.join(" "), more: [] };
    return each.care ? [{ cue: "care", text: fill(print.care, { care: each.care }), label: each.title, more: [] }, read] : [read];
  }

  function question(id, stretch, data) {
    var each = data.entries[id], print = data.print;
    var internal = stretch.segment.internal.indexOf(id) >= 0 && each.ask_internal;
    return {
      cue: "ask",
      text: internal ? each.ask_internal : each.ask,
      by: internal ? print.about_colleagues : "",
      more: more(print.follow_ups, each.follow_ups).concat(more(print.listen_for, each.listen_for ? [each.listen_for] : []))
    };
  }

  // A set has questions of its own; of several stories without one, the first of each and the last of the last one.
  function notice(stretch, data) {
    var stories = stretch.notice, several = stories.length > 1;
    var asks = flat(stories.map(function (each) { return several ? each.notice.slice(0, 1) : each.notice; }));
    if (several) asks = asks.concat(stories[stories.length - 1].notice.slice(-1));
    var blameless = stories.some(function (each) { return !each.service_fault && each.customer === "external"; });
    var lines = unique((stretch.share.length ? stretch.share : asks).concat(blameless ? [data.print.fault] : []));
    return lines.map(function (line) { return { cue: "ask", text: line, more: more(data.print.thread, stretch.thread) }; });
  }

  function takeaway(each, data) {
    var print = data.print, by = each.takeaway.by, text = each.takeaway.text, ours = print.ours;
    if (by === print.library) return { cue: "say", label: print.takeaway_library, text: text, more: [] };
    if (by.slice(-ours.length) === ours) return { cue: "say", label: fill(print.takeaway_ours, { by: by.slice(0, -ours.length).trim() }), text: text, more: [] };
    return { cue: "say", label: fill(print.takeaway, { by: by }), text: each.takeaway.source ? "“" + text + "”" : text, more: [] };
  }

  function steps(id, stretch, data) {
    var activity = data.entries[id], place = stretch.segment.items.indexOf(id);
    var extra = Math.max(0, stretch.segment.item_minutes[place] - activity.minutes.least);
    var about = more(data.print.purpose, [activity.purpose]).concat(more(data.print.sheet, activity.worksheet ? [activity.worksheet.title] : []));
    return activity.steps.map(function (step, number) {
      var act = ["do", "say", "ask"].filter(function (name) { return step[name]; })[0], stretched = step.stretch ? extra : 0;
      return {
        cue: "step",
        act: act,
        text: stretched && step.more ? step[act] + " " + step.more : step[act],
        label: fill(data.print.step, { title: activity.title, number: number + 1, of: activity.steps.length }),
        minutes: step.minutes + stretched,
        hold: activity.hold_to || [],
        more: about
      };
    });
  }

  // All three rounds in a segment for looking back; in the segment of the activity itself the last, if there is time.
  function rounds(stretch, plan, data) {
    if (!stretch.debrief) return [];
    var names = data.print.debrief, asks = stretch.debrief.debrief;
    var shown = stretch.activities.length ? ["now_what"] : ["what", "so_what", "now_what"];
    return shown.map(function (name) {
      return {
        cue: "ask",
        label: names[name],
        note: stretch.activities.length ? data.print.if_time : "",
        lines: plan.huddle ? asks[name].slice(0, 1) : asks[name],
        more: plan.huddle ? more(data.print.more_asks, asks[name].slice(1)) : []
      };
    });
  }

  // A sheet is one page: of what the catalogue says to lead up to questions only the first is kept.
  function said(stretch, plan, data, first) {
    var keeps = !plan.huddle || stretch.byHand || !stretch.questions.length || stretch.number <= first;
    var lines = (keeps ? spoken(stretch, plan, data) : []).map(function (line) { return { cue: "say", text: line, more: [] }; });
    var promises = stretch.role === "rules" && !stretch.byHand ? [{ cue: "say", lines: data.promises, more: [] }] : [];
    return lines.concat(promises);
  }
  // What a segment says that has nothing to say: what the trainer does, or what it is for.
  function silent(stretch, lines, data) {
    var purpose = stretch.segment.purpose || data.words.segments[stretch.role].gist;
    return [{ cue: "do", lines: lines.length ? lines : [purpose], more: [] }];
  }

  function part(stretch, plan, data, first) {
    var segment = stretch.segment, words = data.words.segments[stretch.role];
    var everywhere = SAME_EVERYWHERE.indexOf(segment.kind) >= 0;
    var lines = stretch.byHand ? segment.do || [] : words.do;
    var own = stretch.activities.length ? data.entries[stretch.activities[0]].remote : words.remote;
    var prompts = said(stretch, plan, data, first).concat(
      quotes(stretch, data),
      flat(stretch.stories.map(function (each) { return story(each, data); })),
      stretch.questions.map(function (id) { return question(id, stretch, data); }),
      notice(stretch, data),
      stretch.takeaways.map(function (each) { return takeaway(each, data); }),
      flat(stretch.activities.map(function (id) { return steps(id, stretch, data); })),
      rounds(stretch, plan, data)
    );
    if (stretch.byHand && lines.length && prompts.length && !plan.huddle) prompts.push({ cue: "do", lines: lines, more: [] });
    return {
      number: stretch.number,
      title: segment.title,
      method: segment.method,
      purpose: segment.purpose || words.purpose,
      remote: everywhere ? "" : own,
      large: everywhere || data.people <= LARGE_GROUP ? "" : words.large,
      do: lines,
      bridge: bridge(stretch, plan, data),
      prompts: prompts.length ? prompts : silent(stretch, lines, data)
    };
  }

  function cues(plan, data) {
    plan = Object.assign({ huddle: plan.documents.indexOf("sheet") >= 0 }, plan);
    var stretches = course(plan, data);
    var first = stretches.filter(function (each) { return each.questions.length; }).map(function (each) { return each.number; })[0] || 0;
    return stretches.map(function (each) { return part(each, plan, data, first); });
  }

  house.cues = cues;
})();
