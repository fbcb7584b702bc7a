"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const container = document.getElementById("network");
  const card = document.getElementById("card");
  const form = document.getElementById("filters");
  const SMALLEST = 3, LARGEST = 18, NEIGHBOURS_SHOWN = 40, RELATIONS_SHOWN = 60;
  const KINDS = { CriminalGroup: "criminal group" };
  const kindOf = (type) => KINDS[type] || type.toLowerCase();

  // ---- the graph ----------------------------------------------------------------------------
  const graph = new graphology.Graph({ type: "undirected" });
  for (const node of data.nodes) {
    graph.addNode(node.id, {
      label: node.label, x: node.x, y: -node.y, kind: node.type, subtype: node.subtype,
      measures: node.measures, color: data.colours[node.type] || "#888888", size: SMALLEST,
    });
  }
  const heaviest = Math.max(1, ...data.edges.map((edge) => edge.weight));
  for (const edge of data.edges) {
    graph.addEdge(edge.source, edge.target, {
      weight: edge.weight, links: edge.links, color: "#aeb6bf",
      size: 0.6 + 3 * Math.sqrt(edge.weight / heaviest),
    });
  }

  function sizeBy(measure) {
    let most = 0;
    graph.forEachNode((_, node) => { most = Math.max(most, node.measures[measure] || 0); });
    graph.updateEachNodeAttributes((_, node) => {
      const share = most ? Math.sqrt((node.measures[measure] || 0) / most) : 0;
      return { ...node, size: SMALLEST + (LARGEST - SMALLEST) * share };
    }, { attributes: ["size"] });
  }

  // ---- what the filters let through -----------------------------------------------------------
  const hidden = { kinds: new Set(), relations: new Set() };
  let since = "", until = "", chosen = null, near = new Set();

  const inTime = (link) =>
    (!since || (link.last && link.last >= since)) && (!until || (link.first && link.first <= until));
  const passing = (edge) =>
    graph.getEdgeAttribute(edge, "links").filter((l) => !hidden.relations.has(l.label) && inTime(l));
  const kindShown = (node) => !hidden.kinds.has(graph.getNodeAttribute(node, "kind"));

  const shownEdges = new Set(), shownNodes = new Set();
  function filter() {
    shownEdges.clear(); shownNodes.clear();
    graph.forEachEdge((edge, _, source, target) => {
      if (kindShown(source) && kindShown(target) && passing(edge).length) {
        shownEdges.add(edge); shownNodes.add(source); shownNodes.add(target);
      }
    });
    const [nodes, edges] = data.left_out;
    const out = [nodes && `${nodes.toLocaleString()} nodes with fewer ties or none`, edges && `${edges.toLocaleString()} ties`].filter(Boolean);
    document.getElementById("counts").textContent =
      `${shownNodes.size.toLocaleString()} of ${graph.order.toLocaleString()} nodes, ` +
      `${shownEdges.size.toLocaleString()} of ${graph.size.toLocaleString()} ties shown` + (out.length ? ` · left out: ${out.join(", ")}` : "");
    renderer.refresh();
  }

  // Names are drawn from the largest node on. One that would cover another is left out until there
  // is room: zoom in, or point at the node.
  const waiting = [];
  const drawLabel = (context, node, settings) => { if (node.label) waiting.push({ context, node, settings }); };

  function drawLabels() {
    const taken = [];
    waiting.sort((a, b) => b.node.size - a.node.size);
    for (const { context, node, settings: { labelSize, labelFont } } of waiting) {
      context.font = `${labelSize}px ${labelFont}`;
      const width = context.measureText(node.label).width, gap = node.size + 3;
      const fits = node.x + gap + width < container.clientWidth;
      const left = fits ? node.x + gap : node.x - gap - width, right = left + width;
      const top = node.y - labelSize / 2, bottom = node.y + labelSize / 2;
      if (taken.some((box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top)) continue;
      taken.push({ left, right, top, bottom });
      context.lineWidth = 3; context.strokeStyle = "#ffffffcc"; context.fillStyle = "#1c2530";
      context.strokeText(node.label, left, node.y + labelSize / 3);
      context.fillText(node.label, left, node.y + labelSize / 3);
    }
    waiting.length = 0;
  }

  const renderer = new Sigma(graph, container, {
    enableEdgeEvents: true, labelRenderedSizeThreshold: 5, labelDensity: 2, zIndex: true,
    labelSize: 13, labelFont: "system-ui, sans-serif", defaultDrawNodeLabel: drawLabel,
    allowInvalidContainer: true, hideEdgesOnMove: graph.size > 5000,
    nodeReducer: (node, attributes) => {
      if (!shownNodes.has(node)) return { ...attributes, hidden: true };
      if (chosen && node !== chosen && !near.has(node)) return { ...attributes, color: "#e3e6ea", label: "", zIndex: 0 };
      return { ...attributes, zIndex: 1, forceLabel: node === chosen, highlighted: node === chosen };
    },
    edgeReducer: (edge, attributes) => {
      if (!shownEdges.has(edge)) return { ...attributes, hidden: true };
      if (!chosen) return attributes;
      return graph.hasExtremity(edge, chosen) ? { ...attributes, color: "#4a5560", zIndex: 1 } : { ...attributes, hidden: true };
    },
  });

  renderer.on("afterRender", drawLabels);

  // ---- the card: always text, never markup, so that a report's words stay words ----------------
  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  const labelOf = (node) => graph.getNodeAttribute(node, "label");
  const dates = (link) => !link.first ? "undated" : link.first === link.last ? link.first : `${link.first} to ${link.last}`;

  function button(text, act) {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function evidence(link) {
    const parts = [element("p", `${labelOf(link.from)} · ${link.label} · ${labelOf(link.to)}`)];
    parts.push(element("p", `${dates(link)}, ${link.reports || 1} report${link.reports > 1 ? "s" : ""}`, "when"));
    for (const sentence of link.sentences) parts.push(element("blockquote", sentence));
    if (link.more) parts.push(element("p", `and ${link.more} more sentences`, "when"));
    return parts;
  }

  function showNode(node) {
    chosen = node;
    const edges = graph.edges(node).filter((edge) => shownEdges.has(edge));
    near = new Set(edges.map((edge) => graph.opposite(node, edge)));
    const { label, kind, subtype, measures } = graph.getNodeAttributes(node);
    const kindText = subtype ? subtype.replace(/(?!^)([A-Z])/g, " $1").toLowerCase() : kindOf(kind);
    const told = Object.entries(measures).map(([name, value]) => `${name} ${+value.toFixed(3)}`).join(", ");
    card.replaceChildren(element("h2", label), element("p", `${kindText}; ${told}`, "kind"));
    edges.sort((a, b) => graph.getEdgeAttribute(b, "weight") - graph.getEdgeAttribute(a, "weight"));
    for (const edge of edges.slice(0, NEIGHBOURS_SHOWN)) {
      const other = graph.opposite(node, edge);
      const heading = element("h3");
      heading.append(button(labelOf(other), () => goTo(other)));
      card.append(heading);
      for (const link of passing(edge)) {
        card.append(element("p", link.label));
        if (link.sentences[0]) card.append(element("blockquote", link.sentences[0]));
      }
      card.append(button("all sentences", () => showEdge(edge)));
    }
    if (edges.length > NEIGHBOURS_SHOWN) card.append(element("p", `and ${edges.length - NEIGHBOURS_SHOWN} more`));
    renderer.refresh();
  }

  function showEdge(edge) {
    const [source, target] = graph.extremities(edge);
    card.replaceChildren(element("h2", `${labelOf(source)} – ${labelOf(target)}`));
    for (const link of passing(edge)) card.append(...evidence(link));
  }

  function clear() {
    chosen = null; near = new Set();
    card.replaceChildren(element("p", "Click a node for what reports say of it, or a line for its sentences.", "kind"));
    renderer.refresh();
  }

  function goTo(node) {
    showNode(node);
    const at = renderer.getNodeDisplayData(node);
    if (at) renderer.getCamera().animate({ x: at.x, y: at.y, ratio: 0.25 }, { duration: 400 });
  }

  renderer.on("clickNode", ({ node }) => showNode(node));
  renderer.on("clickEdge", ({ edge }) => showEdge(edge));
  renderer.on("clickStage", clear);

  // ---- search and filters ----------------------------------------------------------------------
  function group(title, ...parts) {
    const made = element("fieldset");
    made.append(element("legend", title), ...parts);
    form.append(made);
  }

  function tick(text, number, onChange, colour) {
    const label = element("label"), box = element("input");
    box.type = "checkbox"; box.checked = true;
    box.addEventListener("change", () => { onChange(box.checked); filter(); });
    label.append(box);
    if (colour) { const swatch = element("span", undefined, "swatch"); swatch.style.background = colour; label.append(swatch); }
    label.append(element("span", text), element("span", number.toLocaleString(), "number"));
    return label;
  }

  function counted(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
  const toggle = (set, value) => (on) => { if (on) set.delete(value); else set.add(value); };

  const search = element("input");
  search.type = "search"; search.placeholder = "A name"; search.setAttribute("list", "names"); search.setAttribute("aria-label", "Search");
  const names = element("datalist"); names.id = "names";
  const byName = new Map();
  graph.forEachNode((node, { label }) => { if (!byName.has(label.toLowerCase())) byName.set(label.toLowerCase(), node); });
  for (const node of [...byName.values()].sort((a, b) => graph.degree(b) - graph.degree(a)).slice(0, 2000)) {
    const option = element("option"); option.value = labelOf(node); names.append(option);
  }
  function find() {
    const wanted = search.value.trim().toLowerCase();
    if (!wanted) return clear();
    const hit = byName.get(wanted) || [...byName].filter(([name]) => name.includes(wanted)).map(([, node]) => node)[0];
    if (hit) goTo(hit);
  }
  search.addEventListener("change", find);
  form.addEventListener("submit", (event) => { event.preventDefault(); find(); });
  group("Search", search, names);

  group("Types", ...counted(data.nodes.map((node) => node.type)).map(([type, number]) =>
    tick(kindOf(type), number, toggle(hidden.kinds, type), data.colours[type])));

  const days = data.edges.flatMap((edge) => edge.links.flatMap((link) => [link.first, link.last])).filter(Boolean).sort();
  if (days.length) {
    const dates = element("div", undefined, "dates");
    for (const [name, set] of [["from", (v) => { since = v; }], ["until", (v) => { until = v; }]]) {
      const input = element("input");
      input.type = "date"; input.min = days[0]; input.max = days[days.length - 1]; input.setAttribute("aria-label", `Published ${name}`);
      input.addEventListener("change", () => { set(input.value); filter(); });
      dates.append(input);
    }
    group("Published between", dates);
  }

  const relations = counted(data.edges.flatMap((edge) => edge.links.map((link) => link.label)));
  const box = element("div", undefined, "relations");
  box.append(...relations.slice(0, RELATIONS_SHOWN).map(([label, number]) => tick(label, number, toggle(hidden.relations, label))));
  group("Relations", box);

  const sizes = element("select");
  sizes.setAttribute("aria-label", "Size of nodes");
  for (const name of Object.keys(data.nodes[0]?.measures || {})) { const option = element("option", name); option.value = name; sizes.append(option); }
  sizes.addEventListener("change", () => { sizeBy(sizes.value); renderer.refresh(); });
  group("Size by", sizes);

  sizeBy(sizes.value || "ties");
  clear();
  filter();
  window.kg = { graph, renderer, showNode, showEdge, ready: performance.now() };
})();
