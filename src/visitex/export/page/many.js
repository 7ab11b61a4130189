"use strict";
// Many reports: filters over them, tables of what they name, and the way to each of them.

const MOST_NAMES = 3; // in a cell; the report has them all

class ManyView {
  constructor(records) {
    this.records = records.map((record, number) => ({ ...record, number, hay: null }));
    this.filter = { words: "", lang: "", from: "", to: "", entity: null };
    this.tables = this.makeTables();
    this.node = el("div.many", null, this.head(), this.panel());
    this.choose("visits");
  }

  head() {
    const set = (key) => (event) => this.narrow({ [key]: event.target.value });
    let waiting;
    const later = (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.narrow({ words: event.target.value }), 120);
    };
    const languages = [...new Set(this.records.map((record) => record.lang).filter(Boolean))].sort();
    this.fields = {
      words: el("input", { type: "search", placeholder: "Search names, titles, texts  ( / )", "aria-label": "Search", oninput: later }),
      lang: el("select", { "aria-label": "Language", onchange: set("lang") }, el("option", { value: "" }, "any language"),
        languages.map((code) => el("option", { value: code }, code))),
      from: el("input", { type: "date", "aria-label": "From", onchange: set("from") }),
      to: el("input", { type: "date", "aria-label": "To", onchange: set("to") }),
    };
    this.entityChip = el("span.entity");
    this.total = el("span.note.total", { role: "status" });
    return el("header", null, el("h1", null, "Visits"),
      el("form.tools", { role: "search", onsubmit: (event) => event.preventDefault() }, this.fields.words, this.fields.lang,
        el("label", null, "from ", this.fields.from), el("label", null, "to ", this.fields.to),
        this.entityChip, el("button", { type: "button", onclick: () => this.clear() }, "Clear"), this.total));
  }

  panel() {
    this.timeline = new Timeline((from, to) => this.narrow({ from, to }));
    this.graph = new Graph((kind, text) => this.only(kind, text));
    this.boxes = { visits: this.tables.visits.node, people: this.tables.people.node,
      organizations: this.tables.organizations.node, sites: this.tables.sites.node, meetings: this.graph.node };
    const labels = { visits: "Visits", people: "People", organizations: "Organizations", sites: "Sites", meetings: "Who met whom" };
    this.tabs = Object.keys(labels).map((key) => el("button", { type: "button", role: "tab", id: `tab-${key}`, onclick: () => this.choose(key) }, labels[key]));
    const strip = el("div.tabs", { role: "tablist", onkeydown: (event) => this.step(event) }, this.tabs);
    this.box = el("div.box", { role: "tabpanel" });
    return el("main", null, this.timeline.node, strip, this.box);
  }

  step(event) {
    const to = this.tabs.indexOf(event.target) + { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!this.tabs[to]) return;
    this.tabs[to].focus();
    this.tabs[to].click();
  }

  choose(key) {
    this.tab = key;
    for (const tab of this.tabs) {
      const chosen = tab.id === `tab-${key}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    this.box.setAttribute("aria-labelledby", `tab-${key}`);
    this.box.replaceChildren(this.boxes[key]);
    this.draw();
  }

  makeTables() {
    const report = (record) => link(titleOf(record), () => { location.hash = `report=${record.number + 1}`; });
    const named = (kind) => (row) => link(row.name, () => this.only(kind, row.name));
    const list = (names, apart) => names.map((text, at) => [at ? apart : "", name(text)]);
    const some = (names, apart) => [list(names.slice(0, MOST_NAMES), apart), names.length > MOST_NAMES ? ` + ${names.length - MOST_NAMES}` : null];
    const field = (label, get, apart = ", ") => ({ label, value: (row) => get(row).join(apart), cell: (row) => some(get(row), apart) });
    const reports = { label: "Reports", number: true, value: (row) => row.reports };
    return {
      visits: new Table([
        { label: "When", value: (record) => record.day || "", cell: (record) => el("span.when", null,
          period(record.visit.start, record.visit.end) || (record.published ? `(${record.published})` : "")) },
        { label: "Report", value: titleOf, cell: report },
        field("Where", (record) => record.visit.places),
        field("Visitors", (record) => (record.visit.visitors.length ? record.visit.visitors : [record.visit.head].filter(Boolean))),
        field("Hosts", (record) => (record.visit.hosts.length ? record.visit.hosts : record.visit.received_by)),
      ], ["visit", "visits"], [0, true]),
      people: new Table([{ label: "Name", value: (row) => row.name, cell: named("people") }, reports,
        { label: "Visitor", number: true, value: (row) => row.visitor }, { label: "Host", number: true, value: (row) => row.host },
        field("Posts", (row) => [...row.notes], "; ")], ["person", "people"], [1, true]),
      organizations: new Table([{ label: "Name", value: (row) => row.name, cell: named("organizations") }, reports,
        { label: "Visitor", number: true, value: (row) => row.visitor }, { label: "Host", number: true, value: (row) => row.host },
        field("People", (row) => [...row.notes])], ["organization", "organizations"], [1, true]),
      sites: new Table([{ label: "Name", value: (row) => row.name, cell: named("sites") }, reports,
        field("Where", (row) => [...row.notes])], ["site", "sites"], [1, true]),
    };
  }

  only(kind, text) {
    this.narrow({ entity: { kind, name: text } });
    this.choose("visits");
  }

  clear() {
    for (const field of Object.values(this.fields)) field.value = "";
    this.narrow({ words: "", lang: "", from: "", to: "", entity: null });
  }

  narrow(change) {
    Object.assign(this.filter, change);
    for (const [key, field] of Object.entries(this.fields)) {
      if (document.activeElement !== field && key in change) field.value = this.filter[key];
    }
    const { entity } = this.filter;
    this.entityChip.replaceChildren(...(entity ? [el("button.chip", { type: "button", title: "Take this filter away",
      onclick: () => this.narrow({ entity: null }) }, name(entity.name), " ✕")] : []));
    this.draw();
  }

  hay(record) {
    if (record.hay === null) {
      const { visit } = record;
      const names = KINDS.slice(0, 3).flatMap(([, kind]) => record[kind].flatMap((entry) => [entry.name, ...entry.also,
        ...(entry.posts || []).flatMap((post) => [post.title, post.organization])]));
      record.hay = folded([titleOf(record), record.path, ...names, ...visit.places, ...visit.visitors, ...visit.hosts, record.text].filter(Boolean).join("\n"));
    }
    return record.hay;
  }

  // The records that pass every filter but that of the days, and those that pass it as well.
  passing() {
    const { lang, from, to, entity } = this.filter;
    const words = folded(this.filter.words).split(/\s+/).filter(Boolean);
    const any = this.records.filter((record) => (!lang || record.lang === lang)
      && (!entity || record[entity.kind].some((entry) => entry.name === entity.name))
      && words.every((word) => this.hay(record).includes(word)));
    const days = any.filter((record) => (!from && !to) || (record.day && (!from || record.day >= from) && (!to || record.day <= to)));
    return [any, days];
  }

  draw() {
    const [any, shown] = this.passing();
    const { from, to } = this.filter;
    this.total.textContent = shown.length === this.records.length
      ? count(shown.length, "report", "reports") : `${shown.length.toLocaleString("en")} of ${count(this.records.length, "report", "reports")}`;
    this.timeline.show(any, from, to);
    if (this.tab === "visits") this.tables.visits.show(shown);
    else if (this.tab === "meetings") this.graph.show(shown);
    else this.tables[this.tab].show([...this.counted(shown, this.tab)]);
  }

  // Entries by name: without knowledge from elsewhere the same name is taken for the same.
  counted(records, kind) {
    const rows = new Map();
    for (const record of records) {
      const { visit } = record;
      for (const entry of record[kind]) {
        if (!rows.has(entry.name)) rows.set(entry.name, { name: entry.name, reports: 0, visitor: 0, host: 0, notes: new Set() });
        const row = rows.get(entry.name);
        row.reports += 1;
        const roles = { visitor: kind === "people" ? entry.role === "visitor" : visit.visitors.includes(entry.name),
          host: kind === "people" ? entry.role === "host" : visit.hosts.includes(entry.name) };
        row.visitor += roles.visitor;
        row.host += roles.host;
        for (const note of this.notes(record, kind, entry)) row.notes.add(note);
      }
    }
    return rows.values();
  }

  notes(record, kind, entry) {
    if (kind === "sites") return record.visit.places;
    if (kind === "people") return entry.posts.map((post) => [post.title, post.organization].filter(Boolean).join(", "));
    return record.people.filter((person) => person.posts.some((post) => post.organization === entry.name)).map((person) => person.name);
  }
}

// The address says which report is shown, so that Back comes back.
class Pages {
  constructor(records, place) {
    this.place = place;
    this.many = new ManyView(records);
    this.records = records;
    this.top = 0;
    window.addEventListener("hashchange", () => this.show());
    this.show();
  }

  show() {
    const number = Number((/^#report=(\d+)$/.exec(location.hash) || [])[1]);
    const record = this.records[number - 1];
    if (!record) {
      this.place.replaceChildren(this.many.node);
      document.title = `${count(this.records.length, "report", "reports")} of visits`;
      this.many.draw();
      scrollTo(0, this.top);
      return;
    }
    if (this.many.node.isConnected) this.top = scrollY;
    const to = (at, label) => el("button", { type: "button", disabled: !this.records[at - 1], onclick: () => { location.hash = `report=${at}`; } }, label);
    const back = el("nav.pager", { "aria-label": "Reports" },
      el("button", { type: "button", onclick: () => { location.hash = ""; } }, "‹ All reports"),
      el("span", null, `Report ${number.toLocaleString("en")} of ${this.records.length.toLocaleString("en")}`),
      to(number - 1, "‹ Previous"), to(number + 1, "Next ›"));
    const shown = new ReportView(record);
    this.place.replaceChildren(back, shown.node);
    const heading = shown.node.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
    document.title = plain(titleOf(record));
    scrollTo(0, 0);
  }
}
