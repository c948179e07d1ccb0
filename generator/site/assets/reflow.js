// The minutes still to come when a session runs late or early. Pure: the same question has the same answer.
//
// huddlekit.reflow(segments, at, elapsed, wrap) looks at the segments from number `at` (from 0) on, when `elapsed` minutes
// are gone, and gives for each of them, in order,
//   minutes  what it gets now; 0 where it is left out
//   kept     how many of its entries there is time for
// and beside them
//   dropped  numbers of the segments that are left out
//   late     minutes by which the end moves because nothing more can give way
//   spare    minutes for which nothing has a use
// The action round and the close keep their minutes whatever happens. What goes first is what the composer and the printed
// guide let go first: everything down to its least in the order in which it gives way, then whole segments.
(function () {
  "use strict";
  var KEPT = ["actions", "close"], CORE = ["questions", "story", "activity", "quote"];
  var READ_ONCE = ["read-aloud", "closing-quote", "opening-quote"];
  var STAYS_AS_ONE = ["opening-quote", "evaluation"];
  var SECOND_ENTRY = 2;

  function keeps(segment) { return KEPT.indexOf(segment.kind) >= 0; }
  function core(segment) { return CORE.indexOf(segment.kind) >= 0 && READ_ONCE.indexOf(segment.role) < 0; }
  function sum(numbers) { return numbers.reduce(function (total, each) { return total + each; }, 0); }

  // A run of show set by hand says itself how short each segment may be; nothing of it is left out beyond that.
  function byHand(segments) { return segments.every(function (each) { return each.bounds[1] === each.bounds[2]; }); }
  function droppable(segment, hand) {
    if (keeps(segment) || !segment.gives_way || segment.gives_way === SECOND_ENTRY) return false;
    return !hand || segment.role === "slack" || segment.role === "evaluation";
  }
  // Free minutes are there to be used up.
  function leastOf(segment) {
    if (segment.kind === "slack") return 0;
    return keeps(segment) ? segment.minutes : Math.min(segment.minutes, segment.bounds[0]);
  }

  // One minute at a time, row after row, until the sum is met or every row stands at its bound.
  function share(minutes, bounds, by, rows, total) {
    function free(row) { return by > 0 ? minutes[row] < bounds[row] : minutes[row] > bounds[row]; }
    while (sum(minutes) !== total && rows.some(free)) {
      rows.forEach(function (row) { if (sum(minutes) !== total && free(row)) minutes[row] += by; });
    }
  }

  var SHRINK = [1, 2, 3, 4, 5, 6].map(function (place) { return function (each) { return each.gives_way === place; }; }).concat([
    function (each) { return core(each) && each.role !== "act"; },
    function (each) { return !keeps(each) && each.role !== "act"; },
    function (each) { return each.role === "act"; }
  ]);
  function grow(wrap) {
    var talk = function (each) { return core(each); };
    return wrap ? [function (each) { return each.kind === "actions"; }, talk] : [talk];
  }
  function rowsOf(ahead, wanted) {
    return ahead.map(function (each, row) { return wanted(each) ? row : -1; }).filter(function (row) { return row >= 0; });
  }

  // Of several entries the last ones go where less than half of their share is left.
  function keptOf(segment, minutes, hand) {
    var shares = segment.item_minutes || [], kept = shares.length;
    if (hand || minutes >= sum(shares)) return kept;
    while (kept > 1 && minutes < sum(shares.slice(0, kept)) - shares[kept - 1] / 2) kept -= 1;
    return kept;
  }

  function reflow(segments, at, elapsed, wrap) {
    var ahead = segments.slice(at), hand = byHand(segments);
    var available = sum(segments.map(function (each) { return each.minutes; })) - Math.round(elapsed);
    var least = ahead.map(leastOf), going = rowsOf(ahead, function (each) { return droppable(each, hand); });
    going.sort(function (one, other) { return ahead[one].gives_way - ahead[other].gives_way || one - other; });
    var gone = [];
    while (sum(least) > available && going.length) {
      var row = going.shift(), floor = STAYS_AS_ONE.indexOf(ahead[row].role) >= 0 ? 1 : 0;
      if (least[row] <= floor) continue;
      least[row] = floor;
      gone.push(row);
    }
    var minutes = ahead.map(function (each, row) { return gone.indexOf(row) >= 0 ? least[row] : each.minutes; });
    SHRINK.forEach(function (turn) { if (sum(minutes) > available) share(minutes, least, -1, rowsOf(ahead, turn), available); });
    var most = ahead.map(function (each, row) { return minutes[row] ? Math.max(each.minutes, each.bounds[2]) : 0; });
    grow(wrap).forEach(function (turn) { if (sum(minutes) < available) share(minutes, most, 1, rowsOf(ahead, turn), available); });
    return {
      minutes: minutes,
      kept: ahead.map(function (each, row) { return minutes[row] ? keptOf(each, minutes[row], hand) : 0; }),
      dropped: rowsOf(ahead, function () { return true; }).filter(function (row) { return !minutes[row] && ahead[row].minutes; })
        .map(function (row) { return at + row; }),
      late: Math.max(0, sum(minutes) - available),
      spare: Math.max(0, available - sum(minutes))
    };
  }

  (window.huddlekit = window.huddlekit || {}).reflow = reflow;
})();
