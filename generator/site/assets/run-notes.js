// The pad beside a session, and what is shown of it at the end: kept in this browser, copied, saved or printed from here.
//
// huddlekit.notes(session, plan, kept) writes into session.state and calls `kept` after every change.
(function () {
  "use strict";
  var house = window.huddlekit, make = house.parts.make, get = house.parts.get, fill = house.fill;
  var FIELDS = ["what", "who", "when"];

  function notes(session, plan, kept) {
    var words = house.running.words, state = session.state, timer = 0;

    function written() {
      return state.actions.filter(function (each) { return FIELDS.some(function (name) { return each[name]; }); });
    }
    function noted() {
      return plan.segments.map(function (segment, at) { return { title: segment.title, text: (state.notes[at] || "").trim() }; })
        .filter(function (each) { return each.text; });
    }

    function field(action, name, number) {
      var label = make("label"), input = make(name === "what" ? "textarea" : "input");
      label.appendChild(make("span", words.notes[name]));
      input.value = action[name] || "";
      input.rows = 2;
      input.autocomplete = "off";
      input.setAttribute("aria-label", fill(words.notes.row, { number: number }) + ": " + words.notes[name]);
      input.addEventListener("input", function () { action[name] = input.value; kept(); });
      label.appendChild(input);
      label.className = "action__" + name;
      return label;
    }
    function drawActions(focus) {
      if (!state.actions.length) state.actions.push({});
      get("actions").replaceChildren.apply(get("actions"), state.actions.map(function (action, place) {
        var row = make("li", "", "action"), remove = make("button", "×", "action__remove");
        FIELDS.forEach(function (name) { row.appendChild(field(action, name, place + 1)); });
        remove.type = "button";
        remove.setAttribute("aria-label", fill(words.notes.remove, { number: place + 1 }));
        remove.addEventListener("click", function () {
          state.actions.splice(place, 1);
          kept();
          drawActions();
          get("add").focus();
        });
        row.appendChild(remove);
        return row;
      }));
      if (focus) get("actions").lastChild.querySelector("textarea").focus();
    }
    // The pad for one part of the session.
    function drawPad(at) {
      get("note-label").textContent = fill(words.notes.here, { title: plan.segments[at].title });
      get("note").value = state.notes[at] || "";
      get("note").dataset.at = at;
      drawActions();
    }
    get("note").addEventListener("input", function () { state.notes[get("note").dataset.at] = get("note").value; kept(); });
    get("add").addEventListener("click", function () { state.actions.push({}); kept(); drawActions(true); });

    function actionLine(each) {
      var key = each.who && each.when ? "text_who_when" : each.who ? "text_who" : each.when ? "text_when" : "text_action";
      return fill(words.end[key], { what: each.what || "…", who: each.who, when: each.when });
    }
    function asText() {
      var lines = [plan.title, house.parts.dayOf(state.started), ""];
      if (written().length) lines = lines.concat([words.notes.actions], written().map(actionLine), [""]);
      noted().forEach(function (each) { lines = lines.concat([each.title, each.text, ""]); });
      return lines.join("\n").trim() + "\n";
    }

    // At the end: what was agreed as a table, then the notes.
    function drawEnd() {
      var body = get("end-actions").querySelector("tbody"), none = !written().length && !noted().length;
      body.replaceChildren.apply(body, written().map(function (each) {
        var row = make("tr");
        FIELDS.forEach(function (name) { row.appendChild(make("td", each[name] || "")); });
        return row;
      }));
      get("end-actions").hidden = !written().length;
      get("end-none").hidden = !none;
      get("end-notes").replaceChildren.apply(get("end-notes"), noted().map(function (each) {
        var made = make("section");
        made.appendChild(make("h3", each.title));
        made.appendChild(make("p", each.text, "kept"));
        return made;
      }));
    }

    function said(button, done, before) {
      button.textContent = done;
      clearTimeout(timer);
      timer = setTimeout(function () { button.textContent = before; }, 2500);
    }
    function copy() {
      house.copy(asText()).then(function () { said(get("copy"), words.end.copied, words.end.copy_button); });
    }
    function download() {
      var link = make("a"), name = plan.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
      link.href = URL.createObjectURL(new Blob([asText()], { type: "text/plain;charset=utf-8" }));
      link.download = fill(words.end.file, { name: name });
      document.body.appendChild(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    }
    get("copy").addEventListener("click", copy);
    get("download").addEventListener("click", download);
    get("print").addEventListener("click", function () { window.print(); });

    // Where one starts to write: on what each will do in the action round, else on the part at hand.
    function focus(onActions) { (onActions ? get("actions").querySelector("textarea") : get("note")).focus(); }

    return { drawPad: drawPad, drawEnd: drawEnd, focus: focus };
  }

  house.notes = notes;
})();
