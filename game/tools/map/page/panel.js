// The scene beside the map: its words, choices, conditions and links.
const panel = element("panel");
const when = (condition, word = "if") => (condition ? make("span", { className: "when" }, `${word} ${condition}`) : null);

function link(scene) {
  const node = make("button", { className: "link" }, `→ ${data.label[scene]}`);
  node.addEventListener("click", () => choose(scene, { from: state.scene, read: true }));
  return node;
}

function back(scene) {
  const node = link(scene);
  node.textContent = `← ${data.label[scene]}`;
  return node;
}

function wayNode([target, condition]) {
  return make("div", {}, link(target), condition ? make("span", {}, " ", when(condition)) : null);
}

function lineNode({ who, text, when: condition, soft }) {
  return make("p", { className: "story" }, when(condition), condition ? make("br") : null,
    who ? make("span", { className: "who" }, who) : null, soft ? make("span", { className: "who" }, "softened") : null, text);
}

function choiceNode(choice) {
  return make("li", {}, make("div", { className: "story" }, choice.text), make("div", { className: "id" }, choice.id, choice.once ? ", once" : ""),
    choice.when ? make("div", {}, when(choice.when)) : null,
    choice.locked ? make("div", { className: "id" }, `else: ${choice.locked}`) : null,
    choice.do ? make("div", {}, when(choice.do.join(", "), "does")) : null,
    ...choice.goto.map(wayNode));
}

const button = (text, id, act) => {
  const node = make("button", { className: "act", id, "aria-pressed": "false" }, text);
  node.addEventListener("click", act);
  return node;
};

const heading = (text, nodes) => (nodes.length ? [make("h3", {}, text), ...nodes] : []);

function facts(scene, text) {
  const known = [actOf(scene), text.file, many(data.words[scene], "word")];
  if (text.place) known.push(text.place);
  if (data.you[scene] >= 0) known.push(`you: ${data.holders[data.you[scene]]}`);
  if (data.replays) known.push(many(data.replays[scene], "replay"));
  if (data.odds) known.push(`odds ${per(data.odds[scene])}`);
  if (!data.linked[scene]) known.push("no link leads here");
  else if (data.verdict?.[scene]) known.push(["reachable", "not known to be reachable", "unreachable"][data.verdict[scene]]);
  return known.filter(Boolean).join(" · ");
}

/** Show a scene in the panel. */
function open(scene) {
  const text = texts()[scene], was = panel.hidden;
  const close = make("button", { className: "close", "aria-label": "Close the scene" }, "×");
  close.addEventListener("click", shut);
  const to = button("All ways here", "ways", () => toggle(data.start, scene));
  const on = button("All that follows", "follows", () => toggle(scene, -1));
  const uses = (kind, word) => data[kind][scene].map((variable) => `${word} ${data.variables[variable]}`);
  const used = [...uses("sets", "sets"), ...uses("reads", "reads")].join(", ");
  panel.replaceChildren(close, make("h2", {}, data.label[scene]), make("p", { className: "id" }, data.id[scene]), make("p", { className: "id" }, facts(scene, text)),
    make("p", { className: "buttons" }, to, on), ...(text.enter ?? []).map((effect) => make("p", {}, when(effect, "does"))),
    ...(text.lines ?? []).map(lineNode),
    ...(data.ending[scene] === null ? [] : [make("p", { className: "end" }, `The end: ${data.ending[scene]}`)]),
    ...heading("Choices", text.choices ? [make("ul", {}, ...text.choices.map(choiceNode))] : []),
    ...heading("Goes on", (text.goto ?? []).map(wayNode)),
    ...heading("Comes from", sourcesOf(scene).map((source) => make("div", {}, back(source)))),
    ...heading("Variables", used ? [make("p", { className: "id" }, used)] : []),
    ...heading("Notes", text.notes ? [make("p", { className: "id" }, text.notes)] : []));
  panel.setAttribute("aria-label", data.label[scene]);
  panel.hidden = false;
  panel.scrollTop = 0;
  press();
  if (was) {
    resize();
    reveal(scene);
  }
}

const isShown = (from, to) => Boolean(state.ways && state.ways.from === from && (to < 0 ? state.ways.to === null : state.ways.to?.length === 1 && state.ways.to[0] === to));

/** Show all ways from a scene to another (-1: to anywhere), or end that. */
const toggle = (from, to) => (isShown(from, to) ? endShow() : show(from, to < 0 ? null : [to]));

/** Show which of the panel's buttons is in force. */
function press() {
  element("ways")?.setAttribute("aria-pressed", String(isShown(data.start, state.scene)));
  element("follows")?.setAttribute("aria-pressed", String(isShown(state.scene, -1)));
}

function shut() {
  panel.hidden = true;
  resize();
  canvas.focus();
}
