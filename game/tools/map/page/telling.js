// Choosing a scene, walking along the ways, and saying so to those who listen.
const live = element("live");
const say = (text) => {
  live.textContent = text;
};
const actOf = (scene) => data.acts[lines[data.line[scene]].act];

function saidOf(scene) {
  const on = targetsOf(scene), parts = [data.label[scene]];
  if (actOf(scene)) parts.push(actOf(scene));
  parts.push(many(data.words[scene], "word"));
  const shown = layer.say(scene);
  if (shown && state.layer !== "words") parts.push(shown);
  if (data.ending[scene] !== null) parts.push("an ending");
  else parts.push(on.length ? `leads to ${on.map((target) => data.label[target]).join("; ")}` : "leads nowhere");
  return `${parts.join(", ")}.`;
}

/** Make a scene the current one. `from` is where one came from; `read` opens it. */
function choose(scene, { from = -1, read = false } = {}) {
  state.scene = scene;
  state.from = from;
  fold(true);
  reveal(scene);
  if (read || !panel.hidden) open(scene);
  say(saidOf(scene));
  mark(scene);
  try {
    history.replaceState(null, "", `#${data.id[scene]}`);
  } catch {
    // Some viewers forbid it; then there is no address to pass on.
  }
  redraw();
}

const trail = [];
function forward() {
  const on = targetsOf(state.scene);
  if (!on.length) return say(data.ending[state.scene] === null ? "Nothing leads on." : "The story ends here.");
  trail.push(state.scene);
  return choose(preferred(on), { from: state.scene });
}

function backward() {
  const before = sourcesOf(state.scene);
  if (!before.length) return say(state.scene === data.start ? "The story begins here." : "Nothing leads here.");
  while (trail.length && !before.includes(trail[trail.length - 1])) trail.pop();
  return choose(trail.pop() ?? preferred(before), { from: -1 - state.scene });
}

/** The first of some scenes; where ways are shown, the first on them. */
const preferred = (scenes) => scenes.find((scene) => state.ways?.scenes[scene]) ?? scenes[0];

/** The next of those that one could have come to as well: `from` is a scene, or -1 - scene where one went back. */
function aside(step) {
  const fork = state.from >= 0 ? targetsOf(state.from) : state.from < -1 ? sourcesOf(-1 - state.from) : inColumn();
  const sorted = [...fork].sort((one, other) => ys[one] - ys[other]);
  if (sorted.length < 2) return say("There is no other way here.");
  const place = (sorted.indexOf(state.scene) + step + sorted.length) % sorted.length;
  return choose(sorted[place], { from: state.from });
}

const inColumn = () => data.id.flatMap((_, scene) => (data.line[scene] === data.line[state.scene] && data.column[scene] === data.column[state.scene] ? [scene] : []));

/** Show all ways from a scene to some others, or to anywhere (null). */
function show(from, to, named = data.label[to ? to[0] : from]) {
  state.ways = between(from, to);
  const { number, way } = state.ways;
  const text = to === null ? `All that “${named}” leads to: ${many(number, "scene")}.`
    : way === null ? `No link leads to “${named}” from the beginning.`
    : `All ways to “${named}”: through ${many(number, "scene")}; the shortest, in red, has ${many(way.length, "step")}.`;
  element("way").hidden = false;
  element("way").firstChild.textContent = `${text} Conditions are not weighed. Escape ends this.`;
  say(text);
  press();
  repaint();
}

function endShow() {
  state.ways = null;
  element("way").hidden = true;
  press();
  repaint();
}

// Search: ids and titles first, then words.
const search = element("search"), list = element("found");
let hits = [], picked = 0, haystacks = null;

function haystack() {
  haystacks ??= texts().map((text) => [...(text.lines ?? []).map((line) => line.text), ...(text.choices ?? []).map((choice) => choice.text), text.notes ?? ""].join("\n"));
  return haystacks;
}

function find(typed) {
  const wanted = typed.trim().toLowerCase(), name = wanted.replaceAll(" ", "_");
  if (!wanted) return [];
  const named = [];
  for (let scene = 0; scene < count; scene++) {
    const id = data.id[scene].toLowerCase(), label = data.label[scene].toLowerCase();
    const rank = id === name || label === wanted ? 0 : id.startsWith(name) || label.startsWith(wanted) ? 1 : id.includes(name) || label.includes(wanted) ? 2 : 9;
    if (rank < 9) named.push([rank, scene, ""]);
  }
  named.sort((one, other) => one[0] - other[0]);
  const already = new Set(named.map(([, scene]) => scene));
  const spoken = [];
  if (named.length < 60 && wanted.length > 1) {
    haystack().forEach((text, scene) => {
      const at = already.has(scene) || spoken.length > 60 ? -1 : text.toLowerCase().indexOf(wanted);
      if (at >= 0) spoken.push([3, scene, `…${text.slice(Math.max(0, at - 30), at)}\u0001${text.slice(at, at + wanted.length)}\u0001${text.slice(at + wanted.length, at + wanted.length + 50)}…`]);
    });
  }
  return [...named, ...spoken].slice(0, 60);
}

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function hitNode([, scene, around], place) {
  const [before, match, after] = around.split("\u0001");
  const words = around ? make("small", {}, before, make("mark", {}, match), after) : make("small", {}, data.id[scene]);
  const node = make("li", { role: "option", id: `hit${place}`, "aria-selected": String(place === picked) }, data.label[scene], words);
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take(place);
  });
  return node;
}

function listHits() {
  list.replaceChildren(...hits.map(hitNode));
  if (!hits.length) list.append(make("li", { "aria-disabled": "true" }, "Nothing has this name or these words."));
  list.hidden = !search.value.trim();
  search.setAttribute("aria-expanded", String(!list.hidden));
  if (hits.length) search.setAttribute("aria-activedescendant", `hit${picked}`);
  else search.removeAttribute("aria-activedescendant");
  list.children[picked]?.scrollIntoView({ block: "nearest" });
}

function take(place) {
  if (!hits[place]) return;
  list.hidden = true;
  search.setAttribute("aria-expanded", "false");
  canvas.focus();
  choose(hits[place][1], { read: true });
}

search.addEventListener("input", () => {
  hits = find(search.value);
  picked = 0;
  listHits();
  if (search.value.trim()) say(hits.length ? `${many(hits.length, "scene")}. ${data.label[hits[0][1]]}` : "Nothing found.");
});
search.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    picked = hits.length ? (picked + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length : 0;
    listHits();
  } else if (event.key === "Enter") take(picked);
  else if (event.key === "Escape") {
    search.value = "";
    hits = [];
    listHits();
    canvas.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
});
search.addEventListener("blur", () => {
  list.hidden = true;
  search.setAttribute("aria-expanded", "false");
});
