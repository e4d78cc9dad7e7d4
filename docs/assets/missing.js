/* On the page for missing addresses: the published addresses that come near to the one asked for. */
(function () {
  "use strict";
  var place = document.getElementById("near");
  if (!place) return;

  function pairs(text) {
    var found = [];
    for (var i = 0; i + 1 < text.length; i += 1) found.push(text.slice(i, i + 2));
    return found;
  }

  /* Twice the pairs of letters that two texts share, by the number of their pairs: from 0 to 1. */
  function likeness(one, other) {
    var rest = pairs(other);
    var all = pairs(one).length + rest.length;
    var shared = pairs(one).filter(function (pair) {
      var at = rest.indexOf(pair);
      if (at >= 0) rest.splice(at, 1);
      return at >= 0;
    });
    return all ? (2 * shared.length) / all : 0;
  }

  function bare(address) {
    return address.toLowerCase().replace(/index\.html$/, "").replace(/[#/]+/g, "/").replace(/^\/|\/$/g, "");
  }

  function show(near) {
    var list = place.querySelector("ul");
    near.forEach(function (address) {
      var link = document.createElement("a");
      link.href = place.dataset.root.replace(/\/?$/, "/") + address;
      link.textContent = address;
      list.appendChild(document.createElement("li")).appendChild(link);
    });
    place.hidden = near.length === 0;
  }

  var wanted = bare(decodeURI(location.pathname).slice(place.dataset.root.replace(/\/?$/, "/").length - 1));
  fetch(place.dataset.list)
    .then(function (answer) { return answer.ok ? answer.text() : ""; })
    .then(function (text) {
      show(
        text.split("\n").filter(function (line) { return line && line[0] !== "#"; })
          .map(function (line) { return [likeness(wanted, bare(line)), line]; })
          .filter(function (one) { return one[0] > 0.6; })
          .sort(function (one, other) { return other[0] - one[0]; })
          .slice(0, 3)
          .map(function (one) { return one[1]; })
      );
    })
    .catch(function () { /* Without the list, the page still leads on. */ });
})();
