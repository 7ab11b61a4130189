"use strict";
// The timeline and the graph, drawn by Apache ECharts on canvas; tooltips too, so that no markup is made.

const MOST_NODES = 120;
const MOST_LINKS = 400;
const MOST_BARS = 60;

function colour(variable) {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

class Chart {
  constructor(label) {
    this.canvas = el("div.chart", { role: "img", "aria-label": label });
    this.chart = null;
    new ResizeObserver(() => { if (this.chart && this.canvas.clientWidth) this.chart.resize(); else this.paint(); }).observe(this.canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
  }

  // A chart needs a place in the document; until it has one, what it shall show is kept.
  paint() {
    if (!this.canvas.isConnected || !this.canvas.clientWidth || !this.option) return;
    if (!this.chart) {
      this.chart = echarts.init(this.canvas, null, { renderer: "canvas" });
      this.chart.on("click", (event) => this.clicked(event));
    }
    this.chart.setOption({ animation: false, textStyle: { color: colour("--ink"), fontFamily: "system-ui, sans-serif" },
      tooltip: { renderMode: "richText", backgroundColor: colour("--card"), borderColor: colour("--line"), textStyle: { color: colour("--ink") } },
      ...this.option() }, { notMerge: true });
  }
}

const UNITS = [
  ["day", (day) => day, 1],
  ["month", (day) => day.slice(0, 7), 31],
  ["quarter", (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`, 92],
  ["year", (day) => day.slice(0, 4), 366],
];

function nextDay(day, by = 1) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

class Timeline extends Chart {
  constructor(choose) {
    super("Visits over time");
    this.choose = choose;
    this.caption = el("figcaption.note");
    this.node = el("figure.timeline", null, this.canvas, this.caption);
  }

  show(records, from, to) {
    const days = records.map((record) => record.day).filter(Boolean).sort();
    this.bars = this.cut(days);
    const undated = records.length - days.length;
    this.caption.textContent = days.length
      ? `Visits by ${this.unit}; a click on a bar keeps only those.${undated ? ` ${count(undated, "report has", "reports have")} no date.` : ""}`
      : "No report here has a date.";
    this.canvas.hidden = !days.length;
    this.option = () => this.bar(from, to);
    this.paint();
  }

  // Bars of the finest unit that leaves few enough of them; empty ones count, for time goes on.
  cut(days) {
    if (!days.length) return [];
    const last = days[days.length - 1];
    const span = (Date.parse(last) - Date.parse(days[0])) / 864e5 + 1;
    const [unit, label] = UNITS.find(([, , length]) => span / length <= MOST_BARS) || UNITS[UNITS.length - 1];
    this.unit = unit;
    const bars = new Map();
    for (let day = days[0]; day <= last; day = nextDay(day)) {
      const key = label(day);
      if (!bars.has(key)) bars.set(key, { key, from: day, to: day, total: 0 });
      bars.get(key).to = day;
    }
    for (const day of days) bars.get(label(day)).total += 1;
    const found = [...bars.values()];
    found[0].from = this.opening(found[0].from);
    found[found.length - 1].to = this.closing(found[found.length - 1].to);
    return found;
  }

  // The first and the last bar are whole units too.
  opening(day) {
    const start = UNITS.find(([unit]) => unit === this.unit)[1];
    while (start(nextDay(day, -1)) === start(day)) day = nextDay(day, -1);
    return day;
  }

  closing(day) {
    const start = UNITS.find(([unit]) => unit === this.unit)[1];
    while (start(nextDay(day)) === start(day)) day = nextDay(day);
    return day;
  }

  bar(from, to) {
    const inside = (bar) => (!from || bar.to >= from) && (!to || bar.from <= to);
    return {
      grid: { left: 40, right: 12, top: 12, bottom: 24 },
      xAxis: { type: "category", data: this.bars.map((bar) => bar.key), axisLine: { lineStyle: { color: colour("--line") } },
        axisTick: { show: false }, axisLabel: { color: colour("--faint"), hideOverlap: true } },
      yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("--line") } }, axisLabel: { color: colour("--faint") } },
      series: [{ type: "bar", barMaxWidth: 36, cursor: "pointer", data: this.bars.map((bar) => ({ value: bar.total,
        itemStyle: { color: colour(inside(bar) ? "--accent" : "--line"), borderRadius: [2, 2, 0, 0] } })),
      tooltip: { formatter: (point) => `${point.name}: ${count(point.value, "visit", "visits")}` } }],
    };
  }

  clicked(event) {
    const bar = this.bars[event.dataIndex];
    this.choose(bar.from, bar.to);
  }
}

class Graph extends Chart {
  constructor(only) {
    super("Who met whom");
    this.only = only;
    this.kind = "people";
    this.caption = el("figcaption.note", { role: "status" });
    this.switches = ["people", "organizations"].map((kind) => el("button", { type: "button", onclick: () => this.use(kind) }, kind));
    this.canvas.classList.add("graph");
    this.node = el("figure", null, el("div.switch", { role: "group", "aria-label": "Draw" }, this.switches,
      el("span.note", null, el("i.dot.visitor"), " visitor ", el("i.dot.host"), " host ", el("i.dot.both"), " both")),
    this.canvas, this.caption);
  }

  use(kind) {
    this.kind = kind;
    this.show(this.records);
  }

  // A visitor met the hosts of the same visit, as far as the report says who was which.
  sides(record) {
    if (this.kind === "organizations") return [record.visit.visitors, record.visit.hosts];
    return ["visitor", "host"].map((role) => record.people.filter((person) => person.role === role).map((person) => person.name));
  }

  show(records) {
    this.records = records;
    this.switches.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === this.kind)));
    const nodes = new Map();
    const links = new Map();
    for (const record of records) {
      const [visitors, hosts] = this.sides(record);
      for (const visitor of visitors) for (const host of hosts) if (visitor !== host) this.meet(nodes, links, visitor, host);
    }
    const shown = [...nodes.values()].sort((a, b) => b.meetings - a.meetings).slice(0, MOST_NODES);
    const kept = new Set(shown.map((node) => node.name));
    const between = [...links.values()].filter((it) => kept.has(it.from) && kept.has(it.to)).sort((a, b) => b.total - a.total);
    const drawn = between.slice(0, MOST_LINKS);
    this.caption.textContent = this.say(nodes.size, links.size, shown.length, drawn.length);
    this.names = shown.map((node) => node.name);
    this.canvas.hidden = !shown.length;
    this.option = () => this.network(shown, drawn);
    this.paint();
  }

  meet(nodes, links, visitor, host) {
    for (const [who, role] of [[visitor, "visitor"], [host, "host"]]) {
      if (!nodes.has(who)) nodes.set(who, { name: who, meetings: 0, visitor: false, host: false });
      nodes.get(who)[role] = true;
      nodes.get(who).meetings += 1;
    }
    const key = JSON.stringify([visitor, host]);
    if (!links.has(key)) links.set(key, { from: visitor, to: host, total: 0 });
    links.get(key).total += 1;
  }

  say(allNodes, allLinks, nodes, links) {
    if (!allNodes) return `No ${this.kind} of both sides are named here.`;
    const same = "The same name is taken for the same, and a visitor for having met every host of the visit.";
    const whole = nodes === allNodes && links === allLinks;
    return whole ? `${nodes} ${this.kind}, ${count(links, "pair", "pairs")}. ${same}`
      : `Capped: the ${nodes} of ${allNodes.toLocaleString("en")} ${this.kind} with most meetings, ${links} of ${allLinks.toLocaleString("en")} pairs; filter to see others. ${same}`;
  }

  network(nodes, links) {
    const most = nodes.length ? nodes[0].meetings : 1;
    const at = new Map(nodes.map((node, number) => [node.name, number]));
    const side = (node) => colour(node.visitor && node.host ? "--both" : node.visitor ? "--visitor" : "--host");
    return {
      series: [{
        type: "graph", layout: "force", roam: true, draggable: nodes.length < 60, cursor: "pointer",
        force: { repulsion: nodes.length > 40 ? 90 : 220, edgeLength: nodes.length > 40 ? 60 : 100, gravity: nodes.length > 40 ? 0.12 : 0.18, layoutAnimation: false },
        emphasis: { focus: "adjacency" }, labelLayout: { hideOverlap: true }, lineStyle: { color: colour("--faint"), opacity: 0.55 },
        label: { show: true, position: "right", color: colour("--ink"), textBorderColor: colour("--card"), textBorderWidth: 3, fontSize: 12, formatter: (node) => plain(nodes[node.dataIndex].name) },
        tooltip: { formatter: (it) => (it.dataType === "edge" ? `${count(links[it.dataIndex].total, "visit", "visits")} together`
          : `${plain(nodes[it.dataIndex].name)}: ${count(nodes[it.dataIndex].meetings, "meeting", "meetings")}`) },
        data: nodes.map((node) => ({ id: String(at.get(node.name)), name: plain(node.name), symbolSize: 10 + 22 * Math.sqrt(node.meetings / most), itemStyle: { color: side(node) } })),
        links: links.map((it) => ({ source: String(at.get(it.from)), target: String(at.get(it.to)), lineStyle: { width: 1 + Math.log2(it.total) } })),
      }],
    };
  }

  clicked(event) {
    if (event.dataType === "node") this.only(this.kind, this.names[event.dataIndex]);
  }
}

if (RECORDS.length > 1) new Pages(RECORDS, document.getElementById("page"));
