// Small helpers of the run page: elements, words with their values, times of day, and a place in the browser's store.
(function () {
  "use strict";
  var house = (window.huddlekit = window.huddlekit || {});

  function make(tag, text, className) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function timeOfDay(time) { return new Date(time).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }); }
  function dayOf(time) { return new Date(time).toLocaleDateString([], { day: "numeric", month: "long", year: "numeric" }); }
  // 2026-03-09, where the reader is.
  function isoDay(time) {
    var day = new Date(time);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(function (part) { return String(part).padStart(2, "0"); }).join("-");
  }
  // For those who listen to the page: what has changed, in a few words.
  function tell(text) { document.getElementById("live").textContent = text; }
  // "2:05" of a number of milliseconds that are left, or, where it is negative, that are over.
  function minutesAndSeconds(span) {
    var seconds = Math.abs(Math.ceil(span / 1000));
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }
  // One name for each session on each site: several sites may share an origin.
  function storeOf(address) {
    var name = "huddlekit.run " + location.pathname + "?" + address;
    return {
      read: function () {
        try { return JSON.parse(localStorage.getItem(name)); } catch (problem) { return null; }
      },
      write: function (value) {
        try { localStorage.setItem(name, JSON.stringify(value)); } catch (problem) { /* no store: a reload begins anew */ }
      }
    };
  }
  function chosenForms(forms, count, values) { return house.fill(count === 1 ? forms.one : forms.other, Object.assign({ count: count }, values)); }

  house.parts = {
    make: make, timeOfDay: timeOfDay, dayOf: dayOf, isoDay: isoDay, tell: tell, minutesAndSeconds: minutesAndSeconds, storeOf: storeOf, plural: chosenForms,
    get: function (id) { return document.getElementById(id); }
  };
})();
