"use strict";
// One report: its text with the mentions, the visit, and the entries; each lights up the others.

class ReportView {
  constructor(record) {
    this.record = record;
    this.nodes = new Map(); // key of an entry -> {marks: by mention, entries}
    this.text = record.text === null ? this.noText() : this.textNode();
    this.side = el("aside", { "aria-label": "What the report says" },
      this.visitCard(), KINDS.map(([letter, kind, label]) => this.list(letter, kind, label)),
      this.warnings());
    this.node = el("article.report", null, this.head(), el("div.columns", null, this.text, this.side));
    for (const [on, type] of [[true, "pointerover"], [false, "pointerout"], [true, "focusin"], [false, "focusout"]]) {
      this.node.addEventListener(type, (event) => this.light(event.target, on));
    }
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.node.addEventListener("click", (event) => this.go(event.target));
  }

  of(key) {
    if (!this.nodes.has(key)) this.nodes.set(key, { marks: [], entries: [], next: 0 });
    return this.nodes.get(key);
  }

  head() {
    const { record } = this;
    const facts = [record.published && `published ${record.published}`, record.author,
      record.lang && `language ${record.lang}`, record.path, record.url].filter(Boolean);
    const find = el("input", { type: "search", placeholder: "Find in this report  ( / )",
      "aria-label": "Find in this report", oninput: (event) => this.find(event.target.value) });
    this.found = el("span.note", { role: "status" });
    const legend = KINDS.map(([letter, kind, label]) => el(`button.key.k-${letter}`, {
      type: "button", "aria-pressed": "true",
      onclick: (event) => {
        const off = this.node.classList.toggle(`no-${letter}`);
        event.currentTarget.setAttribute("aria-pressed", String(!off));
      } }, `${label} ${record[kind].length}`));
    return el("header", null, el("h1", null, name(titleOf(record))),
      el("p.facts", null, facts.map((fact) => el("span", null, name(fact)))),
      el("div.tools", null, el("span.legend", { role: "group", "aria-label": "Highlights" }, legend), find, this.found));
  }

  noText() {
    return el("section.text", null, el("p.note", null,
      "The text of this report was not at hand when the page was written, or has changed since."));
  }

  textNode() {
    const { text, pieces, marks } = this.record;
    const node = el("section.text", { "aria-label": "Text", lang: this.record.lang });
    const parts = marks.map(() => []);
    let from = 0;
    for (const [end, grey, over] of pieces) {
      node.append(this.piece(text.slice(from, end), grey, over, parts));
      from = end;
    }
    this.mentions = marks.map(([, , key], number) => ({ key, parts: parts[number] }));
    for (const mention of this.mentions) if (mention.parts.length) this.of(mention.key).marks.push(mention);
    const first = this.mentions.find((mention) => mention.parts.length);
    if (first) first.parts[0].tabIndex = 0; // one stop for Tab; arrows do the rest
    return node;
  }

  piece(text, grey, over, parts) {
    if (!over.length) return grey ? el("span.grey", null, text) : say(document.createDocumentFragment(), text);
    const keys = over.map((number) => this.record.marks[number][2]);
    const letters = [...new Set(keys.map((key) => key[0]))];
    const inner = keys[keys.length - 1][0];
    const outer = letters.filter((letter) => letter !== inner).map((letter) => `.u-${letter}`).join("");
    const node = el(`mark.k-${inner}${outer}${grey ? ".grey" : ""}`, { tabindex: "-1" }, text);
    node.dataset.keys = keys.join(" ");
    for (const number of over) parts[number].push(node);
    return node;
  }

  entry(key, tag, ...inside) {
    const node = el(tag, { tabindex: "0", role: "button" }, ...inside);
    node.dataset.keys = key;
    this.of(key).entries.push(node);
    return node;
  }

  // The entry of a name, so that the card lights up mentions too; a place has none.
  named(text) {
    for (const [letter, kind] of KINDS.slice(0, 3)) {
      const at = this.record[kind].findIndex((entry) => entry.name === text);
      if (at >= 0) return this.entry(`${letter}${at}`, `span.chip.k-${letter}`, name(text));
    }
    return el("span.chip", null, name(text));
  }

  visitCard() {
    const { visit, sites, dates } = this.record;
    const when = period(visit.start, visit.end);
    const rows = [
      ["When", when ? [el("strong", null, when)] : []],
      ["Where", visit.places.map((place) => this.named(place))],
      ["Visitors", visit.visitors.map((body) => this.named(body))],
      ["Hosts", visit.hosts.map((body) => this.named(body))],
      ["Led by", visit.head ? [this.named(visit.head)] : []],
      ["Received by", visit.received_by.map((person) => this.named(person))],
      ["Sites", sites.map((site, at) => this.entry(`s${at}`, "span.chip.k-s", name(site.name)))],
    ].filter(([, values]) => values.length);
    return el("section.card.visit", null, el("h2", null, "Visit"),
      rows.length ? el("dl", null, rows.map(([label, values]) => [el("dt", null, label), el("dd", null, values)]))
        : el("p.note", null, dates.length ? "The text tells of no visit." : "Nothing was read from this text."));
  }

  list(letter, kind, label) {
    const entries = this.record[kind];
    if (!entries.length) return null;
    return el(`section.card.kind-${letter}`, null, el("h2", null, label),
      el("ul", null, entries.map((entry, at) => this.entry(`${letter}${at}`, `li.k-${letter}`, ...this.describe(letter, entry)))));
  }

  describe(letter, entry) {
    if (letter === "d") {
      return [name(entry.text), el("span.sub", null, entry.value, entry.role === "other" ? "" : ` · ${entry.role}`)];
    }
    const also = entry.also.filter((form) => form !== entry.acronym);
    return [
      el("strong", null, name([entry.honorific, entry.name].filter(Boolean).join(" ")),
        entry.acronym ? ` (${entry.acronym})` : ""),
      entry.role && entry.role !== "other" ? el(`span.role.${entry.role}`, null, entry.role) : null,
      (entry.posts || []).map((post) => el("span.sub", null, name(post.title),
        post.organization ? [", ", name(post.organization)] : null)),
      also.length ? el("span.sub.also", null, "also ", also.map((form, at) => [at ? ", " : "", name(form)])) : null,
    ];
  }

  warnings() {
    const { warnings } = this.record;
    return warnings.length ? el("section.card", null, el("h2", null, "Warnings"),
      el("ul", null, warnings.map((warning) => el("li", null, warning)))) : null;
  }

  light(target, on) {
    const holder = target.closest("[data-keys]");
    if (!holder) return;
    for (const key of holder.dataset.keys.split(" ")) {
      const { marks, entries } = this.of(key);
      for (const node of [...marks.flatMap((mention) => mention.parts), ...entries]) node.classList.toggle("lit", on);
    }
  }

  // From an entry to its mentions, one after the other; from a mention to its entry.
  go(target) {
    const holder = target.closest("[data-keys]");
    if (!holder) return;
    const keys = holder.dataset.keys.split(" ");
    const its = this.of(keys[keys.length - 1]);
    if (holder.tagName === "MARK") {
      const entry = its.entries[its.entries.length - 1];
      entry.focus({ preventScroll: true });
      entry.scrollIntoView({ block: "nearest" });
    } else if (its.marks.length) {
      this.visit(its.marks[its.next++ % its.marks.length].parts[0]);
    }
  }

  visit(mark) {
    this.text.querySelectorAll("mark[tabindex='0']").forEach((node) => { node.tabIndex = -1; });
    mark.tabIndex = 0;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  }

  key(event) {
    const holder = event.target.closest("[data-keys]");
    if (event.key === "Escape" && event.target.matches("input")) {
      event.target.value = "";
      this.find("");
    }
    if (!holder) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.go(holder);
    } else if (holder.tagName === "MARK") {
      this.arrow(event, holder);
    }
  }

  arrow(event, holder) {
    const stops = [...new Set(this.mentions.filter((it) => it.parts.length).map((it) => it.parts[0]))];
    const here = stops.indexOf(holder);
    const to = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (stops[to]) this.visit(stops[to]);
  }

  // Marks what was found without touching the text: highlights are ranges beside the document.
  find(words) {
    const wanted = folded(words.trim());
    for (const node of this.side.querySelectorAll("li[data-keys]")) {
      node.hidden = wanted !== "" && !folded(node.textContent).includes(wanted);
    }
    const ranges = wanted ? this.ranges(words.trim().toLowerCase()) : [];
    if (window.CSS && CSS.highlights) CSS.highlights.set("found", new Highlight(...ranges));
    this.found.textContent = wanted ? count(ranges.length, "match", "matches") : "";
    if (ranges.length) ranges[0].startContainer.parentElement.scrollIntoView({ block: "nearest" });
  }

  ranges(wanted) {
    const walker = document.createTreeWalker(this.text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let whole = "";
    while (walker.nextNode()) {
      nodes.push([whole.length, walker.currentNode]);
      whole += walker.currentNode.data;
    }
    const place = (offset) => {
      let at = nodes.length - 1;
      while (nodes[at][0] > offset) at -= 1;
      return [nodes[at][1], Math.min(offset - nodes[at][0], nodes[at][1].length)];
    };
    const lower = whole.toLowerCase();
    const found = [];
    for (let at = lower.indexOf(wanted); at >= 0 && found.length < 1000; at = lower.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(...place(at));
      range.setEnd(...place(at + wanted.length));
      found.push(range);
    }
    return found;
  }
}

if (RECORDS.length === 1) {
  document.title = plain(titleOf(RECORDS[0]));
  document.getElementById("page").replaceChildren(new ReportView(RECORDS[0]).node);
}
