// Which plan the address asks for, and what to offer when it asks for none.
//
// huddlekit.wanted() gives {plan, kit, page, address}, or {problem} where the address asks for what cannot be, or {}.
(function () {
  "use strict";
  var house = window.huddlekit, make = house.parts.make, get = house.parts.get, DAY = 86400000;

  function wanted() {
    var request = house.request, asked = request.read(location), found = request.plan(location), kit = found && found.kit;
    if (!found) return {};
    if (!found.plan) return { problem: found.problems[0] };
    return { plan: found.plan, kit: kit || "", page: kit ? house.kits[kit].page : "", address: request.write(asked) };
  }

  function addressOf(id, minutes) { return house.request.write({ kit: id, minutes: minutes }); }
  function link(kit, id, minutes) {
    var made = make("a", "", "choice");
    made.href = "run.html?" + addressOf(id, minutes);
    made.appendChild(make("b", kit.title));
    made.appendChild(make("span", kit.promise));
    made.appendChild(make("i", house.counted(house.tables.words.minutes, Number(minutes))));
    return made;
  }

  // Another huddle each day, the same for everybody who looks on that day.
  function choose(problem, now) {
    var short = [];
    Object.keys(house.kits).sort().forEach(function (id) {
      Object.keys(house.kits[id].plans).forEach(function (minutes) {
        if (Number(minutes) <= house.running.huddle_minutes) short.push([house.kits[id], id, minutes]);
      });
    });
    var days = Math.floor((now - new Date(now).getTimezoneOffset() * 60000) / DAY), today = short[days % short.length];
    get("problem").hidden = !problem;
    get("problem").textContent = problem ? house.fill(house.running.words.choose.instead, { problem: problem }) : "";
    get("today").hidden = !today;
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
