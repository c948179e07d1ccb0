// Which plan the address asks for, and what to offer when it asks for none.
//
// huddlekit.wanted() gives {plan, kit, page, address}, or {problem} where the address asks for what cannot be, or {}.
(function () {
  "use strict";
  var house = window.huddlekit, make = house.parts.make, get = house.parts.get;

  function wanted() {
    var request = house.request, asked = request.read(location), found = request.plan(location), kit = found && found.kit;
    if (!found) return {};
    if (!found.plan) return { problem: found.problems[0] };
    return { plan: found.plan, kit: kit || "", page: kit ? house.kits[kit].page : "", address: request.write(asked) };
  }

  // A huddle as the home page offers it: {title, promise, minutes (in words), run}.
  function link(huddle) {
    var made = make("a", "", "choice");
    made.href = huddle.run;
    made.appendChild(make("b", huddle.title));
    made.appendChild(make("span", huddle.promise));
    made.appendChild(make("i", huddle.minutes));
    return made;
  }
  function huddle(id, minutes) {
    var kit = house.kits[id], words = house.counted(house.tables.words.minutes, Number(minutes));
    return { title: kit.title, promise: kit.promise, minutes: words, run: "run.html?" + house.request.write({ kit: id, minutes: minutes }) };
  }

  function choose(problem, now) {
    var short = [];
    Object.keys(house.kits).sort().forEach(function (id) {
      Object.keys(house.kits[id].plans).forEach(function (minutes) {
        if (Number(minutes) <= house.running.huddle_minutes) short.push(huddle(id, minutes));
      });
    });
    var today = house.huddleOf(new Date(now));
    get("problem").hidden = !problem;
    get("problem").textContent = problem ? house.fill(house.running.words.choose.instead, { problem: problem }) : "";
    get("today").hidden = !today;
    if (today) get("today").appendChild(link(today));
    short.forEach(function (each) {
      var item = make("li");
      item.appendChild(link(each));
      get("huddles").appendChild(item);
    });
  }

  house.wanted = wanted;
  house.choose = choose;
})();
