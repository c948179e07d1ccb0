// Which huddle is today's: another one each day of the year, by the reader's own clock. Needs data/today.js before it.
(function () {
  "use strict";
  var huddlekit = window.huddlekit, DAY = 86400000;

  // The huddle of a day, so many places further on; null where there is none.
  huddlekit.huddleOf = function (now, further) {
    var day = Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(now.getFullYear(), 0, 0)) / DAY);
    var huddles = huddlekit.today.huddles;
    return huddles[(day + (further || 0)) % huddles.length] || null;
  };
})();
