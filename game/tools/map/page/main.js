// The list beside the map, the layers, the keys; and the beginning.
const tree = element("tree"), groups = data.acts.map(() => []);
data.id.forEach((_, scene) => groups[lines[data.line[scene]].act].push(scene));
for (const group of groups) group.sort((one, other) => data.line[one] - data.line[other] || data.column[one] - data.column[other] || ys[one] - ys[other]);

const sceneNode = (scene) => make("li", { role: "treeitem", tabIndex: -1, "data-scene": scene, "aria-selected": String(scene === state.scene) }, make("span", {}, data.label[scene]));

function unfold(item, is) {
  const group = groups[+item.dataset.act];
  item.setAttribute("aria-expanded", String(is));
  item.querySelector("ul")?.remove();
  if (is) item.append(make("ul", { role: "group" }, ...group.map(sceneNode)));
}

data.acts.forEach((name, act) => {
  tree.append(make("li", { role: "treeitem", tabIndex: act ? -1 : 0, "aria-expanded": "false", "data-act": act }, make("span", {}, `${name || data.title} (${groups[act].length})`)));
});

/** Show in the list which scene is the current one. */
function mark(scene) {
  tree.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
  const item = tree.querySelector(`[data-scene="${scene}"]`);
  item?.setAttribute("aria-selected", "true");
  item?.scrollIntoView({ block: "nearest" });
}

tree.addEventListener("click", (event) => {
  const item = event.target.closest('[role="treeitem"]');
  if (!item) return;
  rove(item);
  if (item.dataset.scene) choose(+item.dataset.scene, { read: true });
  else unfold(item, item.getAttribute("aria-expanded") !== "true");
});

function rove(item) {
  tree.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
  item.tabIndex = 0;
  item.focus();
}

tree.addEventListener("keydown", (event) => {
  const items = [...tree.querySelectorAll('[role="treeitem"]')], item = event.target.closest('[role="treeitem"]'), at = items.indexOf(item);
  const isAct = item.dataset.act !== undefined, isOpen = item.getAttribute("aria-expanded") === "true";
  if (event.key === "ArrowDown" && items[at + 1]) rove(items[at + 1]);
  else if (event.key === "ArrowUp" && at) rove(items[at - 1]);
  else if (event.key === "Home") rove(items[0]);
  else if (event.key === "End") rove(items[items.length - 1]);
  else if (event.key === "ArrowRight" && isAct) isOpen ? rove(items[at + 1]) : unfold(item, true);
  else if (event.key === "ArrowLeft" && isAct) unfold(item, false);
  else if (event.key === "ArrowLeft") rove(item.parentElement.closest('[role="treeitem"]'));
  else if (event.key === "Enter" || event.key === " ") item.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
});

// Endings, each with all ways to it, wherever it comes.
for (const [title, scenes, odds] of data.endings) {
  const node = make("button", { className: "link" }, title);
  node.addEventListener("click", () => {
    fold(true);
    show(data.start, scenes, title);
    whole();
  });
  element("endings").append(make("li", {}, node, odds === null ? null : make("span", { className: "count" }, per(odds))));
}

// Layers.
const radios = Object.entries(layers).map(([key, { name, none }]) => {
  const node = make("button", { role: "radio", "aria-checked": "false", tabIndex: -1, "data-layer": key }, name);
  if (none) node.setAttribute("aria-disabled", "true");
  node.addEventListener("click", () => colour(key));
  return node;
});
element("layers").append(...radios);
element("layers").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const next = radios[(radios.indexOf(document.activeElement) + step + radios.length) % radios.length];
  next.focus();
  next.click();
  event.preventDefault();
  event.stopPropagation();
});
element("variable").append(...data.variables.map((name, place) => make("option", { value: place }, name)));
element("variable").addEventListener("change", (event) => {
  state.variable = +event.target.value;
  colour("variable");
});

function swatch(shade) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: 15, height: 11 })) {
    svg.setAttribute(name, value);
    box.setAttribute(name, value);
  }
  box.setAttribute("fill", shade);
  svg.setAttribute("aria-hidden", "true");
  svg.append(box);
  return svg;
}

function legendNode([shade, name, number]) {
  const title = make("button", { className: "link", "aria-pressed": "false" }, name);
  title.addEventListener("click", () => {
    state.only = state.only === shade ? null : shade;
    for (const other of element("legend").querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === title && state.only !== null));
    say(state.only ? `Only ${name}: ${many(number, "scene")}.` : "All scenes.");
    repaint();
  });
  return make("li", {}, swatch(shade), title, make("span", { className: "count" }, number.toLocaleString("en")));
}

/** Take another layer; one that has nothing to show says why. */
function colour(key) {
  const { none, remark = "", make: build } = layers[key];
  if (none) {
    element("remark").textContent = none;
    say(none);
    return;
  }
  state.layer = key;
  state.only = null;
  layer = build();
  element("choosing").hidden = key !== "variable";
  element("legend").replaceChildren(...layer.legend().map(legendNode));
  element("remark").textContent = remark;
  for (const node of radios) {
    const is = node.dataset.layer === key;
    node.setAttribute("aria-checked", String(is));
    node.tabIndex = is ? 0 : -1;
  }
  repaint();
}

/** Where the page is narrow, the list lies over the map, and goes away as soon as something on the map is wanted. */
function fold(is) {
  element("list").classList.toggle("open", !is);
  element("aside").setAttribute("aria-expanded", String(!is));
}
element("aside").addEventListener("click", () => fold(element("list").classList.contains("open")));
canvas.addEventListener("pointerdown", () => fold(true));

function escape() {
  if (element("list").classList.contains("open")) {
    fold(true);
    element("aside").focus();
    return;
  }
  if (!element("keys").hidden) help(false);
  else if (state.ways) endShow();
  else if (state.only) colour(state.layer);
  else if (!panel.hidden) shut();
  canvas.focus();
}

function help(is) {
  element("keys").hidden = !is;
  element("help").setAttribute("aria-expanded", String(is));
}

const here = () => (state.scene < 0 ? choose(data.start) : state.scene);
const walk = { ArrowRight: forward, ArrowLeft: backward, ArrowDown: () => aside(1), ArrowUp: () => aside(-1) };
const KEYS = {
  ...Object.fromEntries(Object.entries(walk).map(([key, act]) => [key, () => (state.scene < 0 ? choose(data.start) : act())])),
  Enter: () => {
    here();
    open(state.scene);
    panel.focus();
  },
  p: () => {
    here();
    toggle(data.start, state.scene);
  },
  o: () => {
    here();
    toggle(state.scene, -1);
  },
  Home: () => choose(data.start),
  0: whole,
  "+": () => zoom(1.4),
  "=": () => zoom(1.4),
  "-": () => zoom(1 / 1.4),
};

canvas.addEventListener("keydown", (event) => {
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    search.focus();
    search.select();
  } else if (event.key === "?") help(element("keys").hidden);
  else if (event.key === "Escape") escape();
  else return;
  event.preventDefault();
});
element("closer").addEventListener("click", () => zoom(1.4));
element("farther").addEventListener("click", () => zoom(1 / 1.4));
element("whole").addEventListener("click", whole);
element("enough").addEventListener("click", () => {
  endShow();
  canvas.focus();
});
element("help").addEventListener("click", () => help(element("keys").hidden));

const total = data.words.reduce((sum, words) => sum + words, 0);
document.querySelector("h1").textContent = data.title;
element("size").textContent = `${many(count, "scene")}, ${many(data.arrows.length, "way")}, ${many(total, "word")}`;
canvas.setAttribute("aria-label", `Map of ${data.title}: ${many(count, "scene")}, ${many(data.acts.length, "act")}. The list beside it has the same scenes.`);
new ResizeObserver(resize).observe(element("stage"));
resize();
colour("act");
const named = data.id.indexOf(decodeURIComponent(location.hash.slice(1)));
if (named >= 0) choose(named, { read: true });
requestAnimationFrame(() => requestAnimationFrame(() => performance.measure("opened", { start: began, end: performance.now() })));
