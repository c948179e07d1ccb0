// The nearest request that works, as generator/compose/nearest.py finds it: one field moved as little as possible, then two.
(function () {
  "use strict";
  const huddlekit = window.huddlekit;
  const by = (request, changes) => Object.assign({}, request, changes);
  const without = (list, left) => list.filter((each) => each !== left);
  const numbers = (from, to, far) => Array.from({ length: to - from + 1 }, (_, place) => from + place).sort(far);

  const MOVES = {
    minutes(request) {
      const far = (minutes) => Math.abs(minutes - request.minutes);
      const near = numbers(5, 120, (one, other) => far(one) - far(other) || other - one);
      return without(near, request.minutes).map((minutes) => by(request, { minutes }));
    },
    approach(request) {
      const named = request.approach === "quotes" && request.minutes < 60 ? "quote-then-questions" : "combined";
      const names = [named, ...without(huddlekit.tables.cores.map((core) => core.name), named)];
      return without(names, request.approach).map((approach) => by(request, { approach }));
    },
    themes(request) {
      const { themes } = request;
      const fewer = themes.length > 1 ? themes.map((theme) => by(request, { themes: without(themes, theme) })) : [];
      return themes.length ? [...fewer, by(request, { themes: [] })] : [];
    },
    pins: (request) => request.pins.map((pin) => by(request, { pins: without(request.pins, pin) })),
    places(request) {
      const taken = Object.keys(request.places);
      const fewer = taken.map((left) => {
        const places = Object.assign({}, request.places);
        delete places[left];
        return by(request, { places });
      });
      return taken.length > 1 ? [...fewer, by(request, { places: {} })] : fewer;
    },
    customer: (request) => (request.customer === "both" ? [] : [by(request, { customer: "both" })]),
    audience: (request) => (request.audience === usualAudience() ? [] : [by(request, { audience: usualAudience() })]),
    group(request) {
      const far = (group) => Math.abs(group - request.group);
      const near = numbers(2, 40, (one, other) => far(one) - far(other) || one - other);
      return without(near, request.group).map((group) => by(request, { group }));
    },
  };
  function usualAudience() { return huddlekit.tables.usual.audience; }
  function works(request) { return Boolean(huddlekit.attempt(request).plan); }
  function oneMove(request, order) {
    for (const field of order.filter((name) => MOVES[name])) {
      const found = MOVES[field](request).find(works);
      if (found) return found;
    }
    return null;
  }

  huddlekit.nearest = function (request, first) {
    const order = [...first, ...Object.keys(MOVES).filter((field) => !first.includes(field))];
    const plain = by(request, { themes: [], pins: [], places: {}, audience: usualAudience(), customer: "both" });
    return oneMove(request, order) || oneMove(plain, order)
      || MOVES.approach(plain).flatMap((moved) => MOVES.minutes(moved)).find(works) || null;
  };
  // A whole answer to a whole request, as `huddlekit compose --json` gives it.
  huddlekit.compose = function (request) {
    const made = huddlekit.attempt(request);
    return made.plan ? { plan: made.plan } : { problems: [made.problem], nearest: huddlekit.nearest(request, made.move) };
  };
})();
