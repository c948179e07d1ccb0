// The page of a kit: one length at a time, the paper one prints on, everything as one zip, sharing. Needs zip.js before it.
(function () {
  "use strict";
  var page = document.querySelector(".hk-kitpage");
  if (!page) return;
  var lengths = Array.from(page.querySelectorAll(".hk-length")), PAPER = "huddlekit.paper";
  var fromDisk = location.protocol === "file:";

  function recall(name) { try { return localStorage.getItem(name); } catch (problem) { return null; } }
  function remember(name, value) { try { localStorage.setItem(name, value); } catch (problem) { /* not kept, no harm */ } }

  // The length that the address points into, by its heading or by anything below it; else the first.
  function chosenLength() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return lengths.find(function (length) { return target && length.contains(target); }) || lengths[0];
  }
  function showLength() {
    var chosen = chosenLength(), mark = "#" + chosen.querySelector("h2").id;
    lengths.forEach(function (length) { length.hidden = length !== chosen; });
    document.querySelectorAll(".hk-switch a").forEach(function (link) {
      if (link.hash === mark) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    return chosen;
  }
  function followAddress() {
    showLength();
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) target.scrollIntoView();
  }

  // Two papers: what was chosen last, else what is usual where this browser is at home.
  function usualPaper() {
    var papers = page.dataset.papers.split(" "), here = /-(US|CA|MX|PH|CL|CO)\b/i.test(navigator.language) ? "letter" : "a4";
    var known = recall(PAPER);
    return papers.indexOf(known) >= 0 ? known : papers.indexOf(here) >= 0 ? here : papers[0];
  }
  function fits(file, paper) { return !file.dataset.paper || file.dataset.paper === paper; }
  function setPaper(paper) {
    page.querySelectorAll("[data-paper]").forEach(function (link) { link.hidden = !fits(link, paper); });
    page.querySelectorAll(".hk-papers input").forEach(function (input) { input.checked = input.value === paper; });
    page.querySelectorAll(".hk-downloads").forEach(function (box) { nameZip(box, paper); });
    page.dataset.paper = paper;
  }
  function wanted(box, paper) {
    return Array.from(box.querySelectorAll(".hk-get")).filter(function (file) { return fits(file, paper); });
  }
  function nameZip(box, paper) {
    var bytes = wanted(box, paper).reduce(function (sum, file) { return sum + Number(file.dataset.bytes); }, 0);
    var name = box.querySelector('.hk-papers input[value="' + paper + '"]').parentNode.textContent.trim();
    box.querySelector("[data-zip]").textContent =
      box.dataset.megabytes.replace("{paper}", name).replace("{megabytes}", (bytes / 1e6).toFixed(1));
  }

  function load(file) {
    return fetch(file.href).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    }).then(function (buffer) { return { name: file.dataset.as, bytes: new Uint8Array(buffer) }; });
  }
  // One after the other: a phone's memory and a small server thank us.
  function loadAll(files, tell) {
    return files.reduce(function (sofar, file, number) {
      return sofar.then(function (done) {
        tell(number + 1, files.length);
        return load(file).then(function (loaded) { return done.concat(loaded); });
      });
    }, Promise.resolve([]));
  }
  function save(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }
  function pack(box, button) {
    var paper = page.dataset.paper, said = box.querySelector(".hk-zip .hk-said"), words = box.dataset;
    var readme = new TextEncoder().encode(JSON.parse(words.readme).join("\r\n") + "\r\n");
    button.disabled = true;
    loadAll(wanted(box, paper), function (number, count) {
      said.textContent = words.making.replace("{number}", number).replace("{count}", count);
    }).then(function (files) {
      save(window.huddlekit.zip([{ name: "README.txt", bytes: readme }].concat(files), new Date()), words.name + "-" + paper + ".zip");
      said.textContent = words.made;
    }).catch(function () { said.textContent = words.failed; }).then(function () { button.disabled = false; });
  }
  // From a file, a page may not read its neighbours: say where they lie.
  function showFolder(box) {
    var folder = new URL(".", box.querySelector(".hk-get").href).pathname.replace(/\/(a4|letter)\/$/, "");
    var line = box.querySelector(".hk-folder");
    line.querySelector("code").textContent = decodeURIComponent(folder);
    line.hidden = false;
  }

  // Where nothing else can be done with the address, it is shown.
  function share(button) {
    var address = page.dataset.address || location.href.split("#")[0], said = button.parentNode.querySelector(".hk-said");
    window.huddlekit.share(page.dataset.title, address).then(
      function (copied) { if (copied) said.textContent = page.dataset.copied; },
      function () { said.textContent = address; }
    );
  }

  page.querySelectorAll(".hk-downloads").forEach(function (box) {
    var papers = box.querySelector(".hk-papers"), button = box.querySelector("[data-zip]");
    papers.hidden = page.dataset.papers.indexOf(" ") < 0;
    papers.addEventListener("change", function (event) { remember(PAPER, event.target.value); setPaper(event.target.value); });
    button.hidden = fromDisk;
    button.addEventListener("click", function () { pack(box, button); });
    if (fromDisk) showFolder(box);
  });
  page.querySelectorAll(".hk-share").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { share(button); });
  });
  setPaper(usualPaper());
  page.classList.add("hk-kitpage--one");
  showLength();
  window.addEventListener("hashchange", followAddress);
})();
