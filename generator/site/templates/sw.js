// Keeps pages and assets as they are visited, and what it takes to run a session, for when there is no network. The network
// comes first: what was kept is shown only when nothing else can be had. Made anew with every change of the site.
"use strict";
var PREFIX = "huddlekit " + self.registration.scope + " ", NAME = PREFIX + "{{ version }}";
var SHELL = {{ shell }};
var KEPT = /(\/|\.(html|js|css|woff2|svg))$/, PATIENCE = 4000;

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(NAME).then(function (cache) {
    return Promise.all(SHELL.map(function (path) { return cache.add(path).catch(function () { /* later, when it is visited */ }); }));
  }).then(function () { return self.skipWaiting(); }));
});

self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.indexOf(PREFIX) === 0 && name !== NAME; }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

// One copy of a page, whatever its address asks for.
function plain(request) { return request.url.split(/[?#]/)[0]; }
function kept(request) { return caches.match(plain(request), { cacheName: NAME }); }
function fresh(request) {
  return fetch(request).then(function (answer) {
    if (answer.status !== 200 || answer.redirected) return answer;
    var copy = answer.clone();
    caches.open(NAME).then(function (cache) { return cache.put(plain(request), copy); }).catch(function () { /* no room */ });
    return answer;
  });
}
function soonOrKept(request) {
  return new Promise(function (resolve, reject) {
    var timer = setTimeout(function () { kept(request).then(function (found) { if (found) resolve(found); }); }, PATIENCE);
    fresh(request).then(resolve, function (problem) {
      return kept(request).then(function (found) { if (found) resolve(found); else reject(problem); });
    }).then(function () { clearTimeout(timer); });
  });
}

self.addEventListener("fetch", function (event) {
  var url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !KEPT.test(url.pathname)) return;
  event.respondWith(soonOrKept(event.request));
});
