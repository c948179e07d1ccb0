// Which plan the address asks for, and what to offer when it asks for none.
//
// huddlekit.wanted() gives {plan, kit, page, address} or {unknown: true or false}. Plans that somebody composed are read by
// huddlekit.request.plan, where that is loaded.
(function () {
  "use strict";
  var house = window.huddlekit, make = house.parts.make, get = house.parts.get, DAY = 86400000;

  function given() { return new URLSearchParams(location.search || location.hash.replace(/^#/, "")); }
  function shortest(kit) { return Object.keys(kit.plans).sort(function (one, other) { return one - other; })[0]; }

  function ofKit(asked) {
    var name = asked.get("kit"), id = name.indexOf("kits/") === 0 ? name : "kits/" + name;
    var kit = Object.prototype.hasOwnProperty.call(house.kits, id) && house.kits[id];
    if (!kit) return null;
    var minutes = asked.get("minutes") in kit.plans ? asked.get("minutes") : shortest(kit);
    return { plan: kit.plans[minutes], kit: id, page: kit.page, address: addressOf(id, minutes) };
  }
  function addressOf(id, minutes) { return "kit=" + id.replace(/^kits\//, "") + "&minutes=" + minutes; }

  function composed(asked) {
    var found = house.request && house.request.plan ? house.request.plan(location) : null;
    if (!found || !found.plan) return null;
    var kit = found.kit || found.plan.kit, known = kit && house.kits[kit];
    return { plan: found.plan, kit: kit || "", page: known ? known.page : "", address: String(found.address || asked) };
  }

  function wanted() {
    var asked = given(), keys = Array.from(asked.keys());
    if (!keys.length) return { unknown: false };
    var plain = asked.get("kit") && keys.every(function (key) { return key === "kit" || key === "minutes"; });
    return (plain && ofKit(asked)) || composed(asked) || (asked.get("kit") && ofKit(asked)) || { unknown: true };
  }

  function link(kit, id, minutes) {
    var made = make("a", "", "choice");
    made.href = "run.html?" + addressOf(id, minutes);
    made.appendChild(make("b", kit.title));
    made.appendChild(make("span", kit.promise));
    made.appendChild(make("i", house.counted(house.tables.words.minutes, Number(minutes))));
    return made;
  }

  // Another huddle each day, the same for everybody who looks on that day.
  function choose(unknown, now) {
    var short = [];
    Object.keys(house.kits).sort().forEach(function (id) {
      Object.keys(house.kits[id].plans).forEach(function (minutes) {
        if (Number(minutes) <= house.running.huddle_minutes) short.push([house.kits[id], id, minutes]);
      });
    });
    var days = Math.floor((now - new Date(now).getTimezoneOffset() * 60000) / DAY), today = short[days % short.length];
    get("unknown").hidden = !unknown;
    get("today").hidden = !today;
    get("compose").hidden = !house.compose;
    get("compose").querySelector("a").href = "compose.html";
    if (today) get("today").appendChild(link(today[0], today[1], today[2]));
    short.forEach(function (each) {
      var item = make("li");
      item.appendChild(link(each[0], each[1], each[2]));
      get("huddles").appendChild(item);
    });
  }

  house.wanted = wanted;
  house.choose = choose;
})();
