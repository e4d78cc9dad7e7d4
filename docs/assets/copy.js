/* A button beside each citation, and each line of an embed, that copies it. Without this script the citations are text that can be selected. */
(() => {
  "use strict";

  /** The citation as it is pasted: that of a style in one line, that of a program line by line. */
  const words = (citation) => {
    const text = citation.textContent.trim();
    return citation.localName === "pre" ? text : text.replace(/\s+/g, " ");
  };

  const select = (citation) => {
    const range = document.createRange();
    range.selectNodeContents(citation);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  /** Whether the text is in the clipboard. A page from a disk or without encryption may have to ask the old way. */
  const copied = async (citation) => {
    try {
      await navigator.clipboard.writeText(words(citation));
      return true;
    } catch {
      select(citation);
      return document.execCommand("copy");
    }
  };

  const addButton = (term) => {
    const next = term.nextElementSibling;
    const citation = next.querySelector("pre") ?? next;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Copy ${term.textContent.trim()}`;
    const said = document.createElement("span");
    said.className = "copied";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await copied(citation);
      if (!done) select(citation);
      said.textContent = done ? "Copied" : "Selected; copy it with the keyboard";
    });
    term.append(button, said);
  };

  document.querySelectorAll(".cite dt, .embed dt").forEach(addButton);
})();
