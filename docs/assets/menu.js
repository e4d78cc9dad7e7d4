/* The menu of narrow screens, by keyboard; without scripts, a plain check box takes the place of its switch. */
(function () {
  "use strict";
  var box = document.getElementById("__drawer");
  var label = document.querySelector('.md-header label[for="__drawer"]');
  if (!box || !label) return;

  function press(target) {
    target.checked = !target.checked;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* What was pressed may be covered now; its other label is not. */
  function follow(target) {
    var shown = Array.from(target.labels).filter(function (one) { return getComputedStyle(one).visibility === "visible"; });
    if (shown.length && shown.indexOf(document.activeElement) < 0) shown[0].focus();
  }

  function onKeys(element, target) {
    element.tabIndex = 0;
    element.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation(); // the theme presses a label on Enter too
      press(target);
      if (target !== box) follow(target);
    });
  }

  /* A label may not be a button, what stands in it may. */
  var button = document.createElement("span");
  button.className = "menu-switch";
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", box.getAttribute("aria-label") || "Menu");
  while (label.firstChild) button.appendChild(label.firstChild);
  label.appendChild(button);
  onKeys(button, box);

  /* Within the menu: into a group of pages or the contents of this one, and back. */
  document.querySelectorAll(".md-sidebar--primary label[for]").forEach(function (inner) {
    var target = document.getElementById(inner.htmlFor);
    if (target && target !== box) onKeys(inner, target);
  });

  function tell() { button.setAttribute("aria-expanded", String(box.checked)); }
  box.addEventListener("change", tell);
  tell();
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !box.checked) return;
    press(box);
    button.focus();
  });
})();
