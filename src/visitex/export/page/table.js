"use strict";
// A table of many rows, of which a page is in the document at a time; sorted by any column.

const ROWS = 50;

class Table {
  // columns: {label, value: row -> string or number, cell: row -> nodes, number: true}
  constructor(columns, noun, order) {
    this.columns = columns;
    this.noun = noun;
    [this.column, this.falling] = order;
    this.rows = [];
    this.page = 0;
    this.body = el("tbody");
    this.heads = columns.map((column, at) => el(`th${column.number ? ".number" : ""}`, { scope: "col" },
      el("button", { type: "button", onclick: () => this.sortBy(at) }, column.label)));
    this.where = el("span", { role: "status" });
    this.back = el("button", { type: "button", onclick: () => this.turn(-1) }, "‹ Previous");
    this.on = el("button", { type: "button", onclick: () => this.turn(1) }, "Next ›");
    this.pager = el("nav.pager", { "aria-label": "Pages of the table" }, this.back, this.where, this.on);
    this.node = el("div.table", null,
      el("table", null, el("thead", null, el("tr", null, this.heads)), this.body), this.pager);
  }

  show(rows) {
    this.rows = rows;
    this.page = 0;
    this.sort();
    this.draw();
  }

  sortBy(at) {
    this.falling = this.column === at ? !this.falling : Boolean(this.columns[at].number);
    this.column = at;
    this.page = 0;
    this.sort();
    this.draw();
  }

  sort() {
    const { value } = this.columns[this.column];
    const sign = this.falling ? -1 : 1;
    const order = new Intl.Collator(undefined, { numeric: true }).compare;
    const keyed = this.rows.map((row) => [value(row), row]);
    // What has no value stands last, whichever way the rest is sorted.
    // Equal numbers stand in the order of the first column, which holds names.
    const first = this.columns[0].value;
    keyed.sort(([a, one], [b, other]) => (a === "") - (b === "")
      || (typeof a === "number" ? sign * (a - b) || order(first(one), first(other)) : sign * order(a, b)));
    this.rows = keyed.map(([, row]) => row);
  }

  turn(by) {
    this.page += by;
    this.draw();
    this.node.scrollIntoView({ block: "nearest" });
  }

  draw() {
    const from = this.page * ROWS;
    const shown = this.rows.slice(from, from + ROWS);
    this.body.replaceChildren(...shown.map((row) => el("tr", null,
      this.columns.map((column) => el(`td${column.number ? ".number" : ""}`, null,
        column.cell ? column.cell(row) : String(column.value(row)))))));
    this.heads.forEach((head, at) => head.setAttribute("aria-sort",
      at !== this.column ? "none" : this.falling ? "descending" : "ascending"));
    const total = this.rows.length;
    this.where.textContent = total
      ? `${total > ROWS ? `${(from + 1).toLocaleString("en")}–${(from + shown.length).toLocaleString("en")} of ` : ""}${count(total, ...this.noun)}`
      : `No ${this.noun[1]} here`;
    this.back.disabled = this.page === 0;
    this.on.disabled = from + ROWS >= total;
    this.pager.classList.toggle("single", total <= ROWS);
  }
}

// A button that looks like a link and says a name.
function link(text, onclick) {
  return el("button.link", { type: "button", onclick }, name(text));
}
