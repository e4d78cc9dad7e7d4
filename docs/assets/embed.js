/* Lines to be copied name the site by the address at which it is read, where its settings name none. */
(() => {
  "use strict";

  const PLACEHOLDER = "ADDRESS-OF-THIS-SITE/";

  document.querySelectorAll(".embed").forEach((embed) => {
    const preview = embed.querySelector(".preview a");
    if (!preview || !preview.protocol.startsWith("http")) return;
    const root = new URL("../../", preview.href).href;
    embed.querySelectorAll(".line").forEach((line) => {
      line.textContent = line.textContent.replaceAll(PLACEHOLDER, root);
    });
  });
})();
