/* The switch of the menu on narrow screens, for the keyboard; without scripts, a plain check box takes its place. */
(function () {
  "use strict";
  var box = document.getElementById("__drawer");
  var label = document.querySelector('.md-header label[for="__drawer"]');
  if (!box || !label) return;

  var button = document.createElement("span");
  button.className = "menu-switch";
  button.tabIndex = 0;
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", box.getAttribute("aria-label") || "Menu");
  while (label.firstChild) button.appendChild(label.firstChild);
  label.appendChild(button);

  function tell() { button.setAttribute("aria-expanded", String(box.checked)); }
  function press() { box.checked = !box.checked; box.dispatchEvent(new Event("change", { bubbles: true })); }

  button.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !box.checked) return;
    press();
    button.focus();
  });
  box.addEventListener("change", tell);
  tell();
})();
