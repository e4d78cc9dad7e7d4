/* The explorer: filters, sorts, counts, cites and exports the table of meetings that the page already holds.

   What it knows of the record stands in the page: values in the attributes of the rows, names and other spellings in
   the options of the selects, words for sentences beside them. Without this script the table is whole. */
"use strict";

(() => {
  const root = document.querySelector("[data-explorer]");
  if (!root) return;

  const one = (selector, within = root) => within.querySelector(selector);
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  /** The place that shows a result. */
  const out = (name) => one(`[data-out="${name}"]`);
  /** The values of an attribute, which stand between spaces. */
  const listed = (attribute) => (attribute || "").split(" ").filter(Boolean);
  /** Writes a text where it changed, so that nothing is announced twice. */
  const say = (place, said) => place.textContent === said || (place.textContent = said);

  const form = one("[data-form]");
  const table = one("[data-table]");
  const bodies = all("tbody[data-decade]", table);
  const heads = all("th[data-sort]", table);
  const selects = all("select[name]", form);
  const radios = all("input[name=definition]", form);
  const { q: text, from, to } = form.elements;

  /* What an address can name. Whatever else it names is ignored. */
  const FACETS = [...selects.map((select) => select.name), "definition"];
  const KEYS = [...FACETS, "from", "to", "q", "sort"];
  /* What is meant where an address does not name it. */
  const USUAL = { definition: radios.find((radio) => radio.defaultChecked).value, sort: heads[0].dataset.sort };
  const WIDE = "(min-width: 76.25em)"; // from here on, explorer.css puts the filters beside the table
  const PAUSE = 200; // milliseconds after the last letter typed

  /* The choices of each key: for each value its name, and the option or radio button that holds more words. */

  const choices = new Map(FACETS.map((key) => [key, new Map()]));
  const successors = new Map(); // `key=former id` to the present id
  for (const option of all("option[value]:not([value=''])", form)) {
    const key = option.parentNode.name;
    choices.get(key).set(option.value, { name: option.text, control: option });
    for (const was of listed(option.dataset.was)) successors.set(`${key}=${was}`, option.value);
  }
  for (const radio of radios) choices.get("definition").set(radio.value, { name: radio.dataset.label, control: radio });
  const nameOf = (key, value) => choices.get(key)?.get(value)?.name ?? value;

  /* The rows, in order of time. */

  const rows = bodies.flatMap((body) =>
    all("tr[data-start]", body).map((element) => ({
      element,
      body,
      year: Number(element.dataset.start.slice(0, 4)),
      values: new Map(FACETS.map((key) => [key, listed(element.getAttribute(`data-${key}`))])),
    })),
  );
  const cell = (row, key) => row.element.cells[heads.findIndex((head) => head.dataset.sort === key)];
  const textOf = (row, key) => cell(row, key).textContent.replace(/\s+/g, " ").trim();

  /* Words, for the search of the table. */

  /** The words of a text in small letters without any mark, as `spelling.words` of the build has them. */
  const wordsOf = (written) =>
    written.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  const found = new WeakMap();

  /** The words under which a row is found: of the cells that are searched, of its choices, and its own. */
  function wordsOfRow(row) {
    if (!found.has(row)) {
      const shown = heads.filter((head) => "searched" in head.dataset).map((head) => textOf(row, head.dataset.sort));
      const values = [...row.values].flatMap(([key, ids]) => ids.map((id) => choices.get(key).get(id)));
      const spelled = values.map((choice) => choice?.control.dataset.words ?? "");
      found.set(row, wordsOf([...shown, ...spelled, row.element.dataset.words].join(" ")));
    }
    return found.get(row);
  }

  /* The view: what of the table is shown and how, by the keys of an address. What is usual is left out. */

  let view = {};
  const chosen = (key) => view[key] ?? USUAL[key];
  const sortKey = () => chosen("sort").replace(/^-/, "");

  const isYear = (value) => /^\d{4}$/.test(value);
  const ACCEPTED = {
    from: isYear,
    to: isYear,
    q: (value) => value.trim() !== "" && value.length <= text.maxLength,
    sort: (value) => heads.some((head) => head.dataset.sort === value.replace(/^-/, "")),
  };

  /** The view that a fragment or a form names, and what it names that this record does not have. */
  function read(pairs) {
    const named = {};
    const strange = [];
    for (const [key, written] of pairs) {
      if (!KEYS.includes(key) || written === "") continue;
      const value = successors.get(`${key}=${written}`) ?? written;
      const accepted = ACCEPTED[key] ? ACCEPTED[key](value) : choices.get(key).has(value);
      if (!accepted) strange.push(`${key}=${written}`);
      else if (value !== USUAL[key]) named[key] = value;
    }
    return { named, strange };
  }

  /** The view as a fragment, its keys always in the same order. */
  const fragment = () => new URLSearchParams(KEYS.filter((key) => view[key]).map((key) => [key, view[key]])).toString();
  /** The address of the view, from this page. */
  const address = () => location.pathname + location.search + (fragment() && `#${fragment()}`);

  /** Puts the view into the address, as a step to come back to or in place of the present one. */
  function remember(asStep) {
    history[asStep ? "pushState" : "replaceState"]({ view: fragment() }, "", address());
  }

  /** Shows what the address names. A fragment without `=` is a place on the page: the view stays as it is. */
  function arrive() {
    const hash = location.hash.slice(1);
    const isPlace = hash !== "" && !hash.includes("=");
    if (isPlace && !history.state) history.replaceState({ view: fragment() }, "");
    const { named, strange } = read(new URLSearchParams(isPlace ? history.state.view : hash));
    view = named;
    fill();
    show(strange);
  }

  /** Sets the controls to the view. */
  function fill() {
    for (const select of selects) select.value = view[select.name] ?? "";
    for (const radio of radios) radio.checked = radio.value === chosen("definition");
    for (const input of [text, from, to]) input.value = view[input.name] ?? "";
  }

  /** Changes the view from elsewhere than the form. */
  function change(changes) {
    view = read(Object.entries({ ...view, ...changes })).named;
    remember(true);
    fill();
    show();
  }

  /* Which rows fit. */

  /** For each key that decides, whether a row fits. */
  function conditions() {
    const wanted = wordsOf(view.q ?? "");
    const asked = FACETS.filter(chosen).map((key) => [key, (row) => row.values.get(key).includes(chosen(key))]);
    if (view.from) asked.push(["from", (row) => row.year >= Number(view.from)]);
    if (view.to) asked.push(["to", (row) => row.year <= Number(view.to)]);
    if (view.q) asked.push(["q", (row) => wanted.every((word) => wordsOfRow(row).some((had) => had.startsWith(word)))]);
    return asked;
  }

  /** The rows that fit, and for each choice how many there would be with it and the rest of the view. */
  function fitting() {
    const asked = conditions();
    const shown = new Set();
    const numbers = new Map(FACETS.map((key) => [key, new Map()]));
    for (const row of rows) {
      const missed = asked.filter(([, fits]) => !fits(row)).map(([key]) => key);
      if (missed.length === 0) shown.add(row);
      // A row that misses one key only would be there with another choice of that key.
      const facets = missed.length === 0 ? FACETS : missed.length === 1 && numbers.has(missed[0]) ? missed : [];
      for (const key of facets) {
        for (const value of row.values.get(key)) numbers.get(key).set(value, (numbers.get(key).get(value) ?? 0) + 1);
      }
    }
    return { shown, numbers };
  }

  /* Showing. */

  function show(strange = []) {
    const { shown, numbers } = fitting();
    const of = rows.filter((row) => row.values.get("definition").includes(chosen("definition"))).length;
    for (const row of rows) row.element.hidden = !shown.has(row);
    arrange();
    headDecades(shown);
    numberChoices(numbers);
    listFilters();
    say(out("shown"), shown.size === of ? `${counted(of)}, all shown.` : `${shown.size} of ${counted(of)} shown.`);
    say(out("hidden"), hiddenBecause(of - shown.size, rows.length - of, strange));
    cite(shown.size, of);
    out("none").hidden = shown.size > 0;
    one("[data-export]").disabled = shown.size === 0;
    say(one("[data-export]"), `Download ${shown.size === 1 ? "this row" : `these ${shown.size} rows`} as CSV`);
  }

  /** 1 summit, 2 summits. */
  function counted(number) {
    const noun = choices.get("definition").get(chosen("definition")).control.dataset;
    return `${number} ${number === 1 ? noun.one : noun.many}`;
  }

  /** Why rows are hidden, and what of an address could not be followed. */
  function hiddenBecause(byFilters, byDefinition, strange) {
    const hidden = [[byFilters, "by the filters"], [byDefinition, "by what is counted"]].filter(([number]) => number);
    const parts = hidden.length ? [`Hidden: ${hidden.map((part) => part.join(" ")).join(", ")}.`] : [];
    if (strange.length) parts.push(`Left out of the address, as this record does not have it: ${strange.join(", ")}.`);
    return parts.join(" ");
  }

  /** Each decade's head with the number of its rows; no head without rows, or where rows stand in another order. */
  function headDecades(shown) {
    for (const body of bodies) {
      const number = rows.filter((row) => row.body === body && shown.has(row)).length;
      body.hidden = number === 0 || sortKey() !== USUAL.sort;
      say(one("[data-number]", body), counted(number));
    }
  }

  /** The number of rows behind each choice; one without rows cannot be chosen. */
  function numberChoices(numbers) {
    for (const [key, values] of choices) {
      for (const [value, { name, control }] of values) {
        const number = numbers.get(key).get(value) ?? 0;
        if (key === "definition") say(one("[data-number]", control.parentNode), String(number));
        else say(control, `${name} (${number})`);
        control.disabled = number === 0 && chosen(key) !== value && key !== "definition";
      }
    }
  }

  /** The filters in use, each as a button that takes it away. */
  function listFilters() {
    const keys = KEYS.filter((key) => view[key] && key !== "sort");
    out("active").hidden = keys.length === 0;
    one("ul", out("active")).replaceChildren(...keys.map(activeFilter));
  }

  function activeFilter(key) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${labelOf(key)}: ${nameOf(key, view[key])}`;
    button.setAttribute("aria-label", `Take away: ${button.textContent}`);
    button.addEventListener("click", () => takeAway([key]));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  function takeAway(keys) {
    change(Object.fromEntries(keys.map((key) => [key, ""])));
    out("status").focus(); // the button is gone
  }

  /** What a control is called, without the number behind it. */
  function labelOf(key) {
    const control = form.elements[key];
    return (control.labels?.[0] ?? one("legend", radios[0].closest("fieldset"))).textContent.trim();
  }

  /* Order. */

  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const together = table.appendChild(document.createElement("tbody")); // for orders that are not of time
  let arranged = USUAL.sort;

  /** Puts the rows in order: by time under the heads of their decades, else all together. */
  function arrange() {
    const sort = chosen("sort");
    if (sort === arranged) return;
    arranged = sort;
    const [key, isDown, isOfTime] = [sortKey(), sort.startsWith("-"), sortKey() === USUAL.sort];
    for (const row of inOrder(key, isDown)) (isOfTime ? row.body : together).append(row.element);
    table.append(...(isDown ? [...bodies].reverse() : bodies), together);
    for (const head of heads) markHead(head, key, isDown);
  }

  /** The rows by the texts of a column, equal ones by time; rows that have none come last either way. */
  function inOrder(key, isDown) {
    if (key === USUAL.sort) return isDown ? [...rows].reverse() : rows;
    const isNumeric = "numeric" in heads.find((head) => head.dataset.sort === key).dataset;
    const texts = new Map(rows.map((row) => [row, textOf(row, key)]));
    const lacks = (row) => Number(isNumeric ? !/^\d/.test(texts.get(row)) : texts.get(row) === "");
    const turn = isDown ? -1 : 1;
    // The order of rows is that of time, and sorting keeps it among equals.
    return [...rows].sort((a, b) => lacks(a) - lacks(b) || turn * collator.compare(texts.get(a), texts.get(b)));
  }

  function markHead(head, key, isDown) {
    if (head.dataset.sort !== key) return head.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    return say(out("caption"), `Meetings ${isDown ? head.dataset.down : head.dataset.up}`);
  }

  /* The sentence to cite. */

  const listing = (parts) => [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter(Boolean).join(" and ");

  const series = (parts) => `${parts.slice(0, -1).join(", ")}, and ${parts[parts.length - 1]}`;

  /** 12 of 131 meetings up to a day were hosted by the United States. */
  function cite(number, of) {
    const ends = predicates(number);
    const head = number === of && of > 1 ? `All ${counted(of)}` : `${number || "None"} of ${counted(of)}`;
    const filtered = `${head}${root.dataset.within} ${ends.length > 2 ? series(ends) : ends.join(" and ")}.`;
    say(out("sentence"), ends.length ? filtered : `${counted(of)}${root.dataset.whole}.`);
    say(out("meaning"), choices.get("definition").get(chosen("definition")).control.dataset.means);
    say(out("address"), new URL(address(), location).href);
  }

  /** What the filters say of the rows, as the ends of a sentence. Filters that say the same of two names share one. */
  function predicates(number) {
    const isMany = number > 1;
    const ends = new Map();
    const add = (words, name) => ends.set(words, [...(ends.get(words) ?? []), name]);
    for (const select of selects.filter((select) => view[select.name])) {
      const { name, control } = choices.get(select.name).get(view[select.name]);
      const said = control.dataset.said ?? name;
      if ("whole" in select.dataset) add(said, "");
      else add(isMany ? select.dataset.many : select.dataset.one, said);
    }
    if (view.from || view.to) add(years(), "");
    if (view.q) add(isMany ? "match the words {}" : "matches the words {}", `\u201c${view.q.trim()}\u201d`);
    return [...ends].map(([words, given]) => words.replace("{}", () => listing(given)));
  }

  function years() {
    if (view.from === view.to) return `began in ${view.from}`;
    if (view.from && view.to) return `began from ${view.from} to ${view.to}`;
    return view.from ? `began in ${view.from} or later` : `began in ${view.to} or earlier`;
  }

  async function copy() {
    const citation = out("citation");
    try {
      await navigator.clipboard.writeText(citation.textContent.replace(/\s+/g, " ").trim());
      say(out("spoken"), "Copied.");
    } catch {
      getSelection().selectAllChildren(citation); // where a page may not copy, its reader can
      say(out("spoken"), "Selected; copy it with the keyboard.");
    }
  }

  /* The export. The list of columns stands on the page, as its documentation. */

  const SOURCES = {
    values: (row, key) => (key === "id" ? row.element.id : listed(row.element.getAttribute(`data-${key}`)).join("; ")),
    names: (row, key) => row.values.get(key).map((value) => exported(key, value)).filter(Boolean).join("; "),
    cell: textOf,
    address: (row, key) => one("a", cell(row, key)).href,
  };
  const exported = (key, value) => choices.get(key).get(value)?.control.dataset.exported ?? nameOf(key, value);

  /** A value as it stands in a file: no spreadsheet takes it for a formula. */
  function quoted(value) {
    const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  }

  function csv() {
    const columns = all("[data-column]").map((column) => column.dataset);
    const shown = all("tr[data-start]:not([hidden])", table).map((element) => rows.find((row) => row.element === element));
    const lines = shown.map((row) => columns.map(({ source, key }) => SOURCES[source](row, key)));
    return [columns.map(({ column }) => column), ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", csv()], { type: "text/csv;charset=utf-8" }));
    link.download = `${root.dataset.file}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a browser may ask first where to save
    say(out("spoken"), `Saved as ${link.download}.`);
  }

  /* What readers do. */

  let isTyping = false;
  let pause;

  /** Takes the view from the form. A word that is being typed is one step, however many letters it has. */
  function take(typed) {
    const { named } = read(new FormData(form));
    view = view.sort ? { ...named, sort: view.sort } : named;
    remember(!(typed && isTyping));
    isTyping = typed;
    show();
  }

  form.addEventListener("input", (event) => {
    const typed = event.target === text;
    clearTimeout(pause);
    pause = setTimeout(take, typed ? PAUSE : 0, typed);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  one("[data-reset]").addEventListener("click", () => takeAway(KEYS));
  one("[data-copy]").addEventListener("click", copy);
  one("[data-export]").addEventListener("click", save);
  addEventListener("popstate", arrive);
  addEventListener("hashchange", arrive);

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => change({ sort: (chosen("sort") === head.dataset.sort ? "-" : "") + head.dataset.sort }));
    head.append(button);
  }

  // The figures of the summary lead to their rows.
  for (const figure of document.querySelectorAll("[data-view]")) {
    const link = figure.closest("a") ?? document.createElement("a");
    if (link !== figure) {
      link.append(...figure.childNodes);
      figure.append(link);
    }
    link.href = figure.dataset.view;
    link.addEventListener("click", () => setTimeout(() => out("status").focus()));
  }

  one("[data-filters]").open = matchMedia(WIDE).matches;
  root.classList.add("explorer-on");
  arrive();
})();
