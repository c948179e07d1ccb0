// What somebody asks for: from an address to a whole request and back, as words of the command line, and as a plan.
(function () {
  "use strict";
  const huddlekit = (window.huddlekit = window.huddlekit || {});
  const ONE = ["setting", "minutes", "approach", "audience", "customer", "group", "seed"];

  // Left out, audience, customer, group and approach follow from the setting and the minutes.
  function complete(asked) {
    const { vocabularies, usual } = huddlekit.tables, own = vocabularies.settings[asked.setting] || {};
    const take = (field) => asked[field] || own[field] || usual[field];
    const group = Number(take("group")), minutes = Number(asked.minutes);
    const customer = asked.customer || (own.customer === "internal" ? "internal" : "both");
    const approach = asked.approach || usualApproach(own, minutes, group);
    const { setting, themes = [], pins = [], places = {}, seed = "", avoid } = asked;
    const made = { setting, minutes, approach, themes, audience: take("audience"), customer, group, seed, pins, places };
    return avoid ? { ...made, avoid } : made;
  }
  function usualApproach(setting, minutes, group) {
    const { usual, cores } = huddlekit.tables, names = cores.map((core) => core.name);
    const own = (minutes <= usual.huddle_minutes && setting.huddle) || setting.approach || usual.approach;
    const first = minutes >= usual.combined_from ? "combined" : own;
    return [first, ...names].find((approach) => huddlekit.fits({ approach, minutes, group })) || first;
  }

  // An address holds what was said, no more: a request that says little stays short.
  function read(place) {
    const after = place.hash.replace(/^#/, ""); // opened from a file, a page can only change what comes after the #
    const given = new URLSearchParams(after.includes("=") ? after : place.search), asked = {};
    ONE.forEach((name) => { if (given.get(name)) asked[name] = given.get(name); });
    if (given.get("kit")) asked.kit = `kits/${given.get("kit").replace(/^kits\//, "")}`;
    asked.themes = given.getAll("theme").flatMap((themes) => themes.split(",")).filter(Boolean);
    asked.places = {};
    given.getAll("place").forEach((each) => {
      const [number, id] = each.split(":");
      if (Number(number) > 0 && id) asked.places[Number(number)] = id;
    });
    return asked;
  }
  function write(asked) {
    const given = new URLSearchParams();
    ONE.forEach((name) => { if (asked[name] || asked[name] === 0) given.set(name, asked[name]); });
    if (asked.kit) given.set("kit", asked.kit.replace(/^kits\//, ""));
    (asked.themes || []).forEach((theme) => given.append("theme", theme));
    Object.entries(asked.places || {}).forEach(([number, id]) => given.append("place", `${number}:${id}`));
    return given.toString().replace(/%3A/g, ":").replace(/%2F/g, "/");
  }

  // Words that stand in no vocabulary, and numbers that are none, as [field, word]: an address may come from anywhere.
  function unknown(asked) {
    const { vocabularies, cores } = huddlekit.tables, wrong = [];
    const { settings, audiences, themes } = vocabularies;
    const known = {
      setting: Object.keys(settings), audience: Object.keys(audiences), customer: ["external", "internal", "both"],
      approach: cores.map((core) => core.name),
    };
    Object.keys(known).forEach((field) => { if (asked[field] && !known[field].includes(asked[field])) wrong.push([field, asked[field]]); });
    ["minutes", "group"].forEach((field) => { if (asked[field] && !/^\d{1,3}$/.test(asked[field])) wrong.push([field, asked[field]]); });
    asked.themes.filter((theme) => !themes[theme]).forEach((theme) => wrong.push(["theme", theme]));
    Object.values(asked.places).filter((id) => !huddlekit.library.entries[id]).forEach((id) => wrong.push(["place", id]));
    return wrong;
  }

  // The plan an address asks for: {plan, kit} of a kit, {plan, request} of a composed one, {problems}, or null.
  function plan(place) {
    const asked = read(place);
    if (asked.kit) {
      const kit = huddlekit.kits[asked.kit], lengths = kit ? kit.plans : {};
      const found = lengths[asked.minutes] || Object.values(lengths)[0];
      return found ? { plan: found, kit: asked.kit } : { problems: [huddlekit.say("request.no_kit", { kit: asked.kit })] };
    }
    if (!asked.setting || !asked.minutes) return null;
    const wrong = unknown(asked);
    if (wrong.length) return { problems: wrong.map(([field, word]) => huddlekit.say("request.unknown", { field, word })) };
    const request = complete(asked), made = huddlekit.attempt(request);
    return made.plan ? { plan: made.plan, request } : { problems: [made.problem], move: made.move, request };
  }

  // A request in the words of the command line, without its seed: what a refusal names.
  function command(request) {
    const { setting, minutes, approach, themes, audience, customer, group, places = {} } = request;
    return [`--setting ${setting}`, `--minutes ${minutes}`, `--approach ${approach}`, ...themes.map((theme) => `--theme ${theme}`),
      `--audience ${audience}`, `--customer ${customer}`, `--group ${group}`,
      ...Object.entries(places).map(([number, id]) => `--place ${number}=${id}`)].join(" ");
  }

  huddlekit.request = { complete, read, write, unknown, plan, command };
})();
