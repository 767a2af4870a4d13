// Layers: what the colours of the scenes show. Each tells for a scene its colour and a few words, so that nothing is told
// by colour alone; `legend` lists colour, words and how many.
const RAMP = ["#2b333a", "#40505c", "#5f7480", "#8d9a9a", "#b9b5a5", "#e3d8bf"];
const KINDS = ["#6d8090", "#e3d8bf", "#b08a4e", "#7d9a94", "#ac5f68", "#8f8f5a", "#a9c6dc", "#94806a", "#6a6f8f", "#c9a58f"];
const NOTHING = "#20242a", RED = "#b01f16";

const per = (share) => (share >= 0.1 || share === 0 ? `${Math.round(share * 100)} %` : `${(share * 100).toFixed(1)} %`);
const many = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const tally = (of) => {
  const sums = new Map();
  for (let scene = 0; scene < count; scene++) sums.set(of(scene), (sums.get(of(scene)) ?? 0) + 1);
  return sums;
};

/** A layer of steps: `step` gives a scene's place in `names` and `colours`. */
function stepped(names, colours, step, say) {
  return {
    colour: (scene) => colours[step(scene)],
    say,
    legend: () => {
      const sums = tally(step);
      return names.map((name, place) => [colours[place], name, sums.get(place) ?? 0]).filter(([, , number]) => number);
    },
  };
}

const WORDS = [50, 100, 200, 400, 700];
const SHARES = [0.01, 0.05, 0.2, 0.5, 0.9];
const stepOf = (bounds, value) => bounds.filter((bound) => value >= bound).length;
const ranges = (bounds, show) => [`under ${show(bounds[0])}`, ...bounds.map((low, place) => (place + 1 < bounds.length ? `${show(low)} to ${show(bounds[place + 1])}` : `${show(low)} and more`))];
const shade = (act) => (data.acts.length < 2 ? RAMP[1] : act % 2 ? "#3d4c57" : "#5d6f7b");

const state = { layer: "act", variable: 0, scene: -1, from: -1, hover: -1, ways: null, only: null };

const layers = {
  act: {
    name: "act",
    remark: "One band for each act, to be read like a page: from left to right, then the next line.",
    make: () => ({
      colour: (scene) => shade(lines[data.line[scene]].act),
      say: () => "",
      legend: () => [["#e3d8bf", "the beginning", 1], [RED, "an ending", data.ending.filter(Boolean).length]],
    }),
  },
  words: {
    name: "words",
    remark: "All alternatives of a text together.",
    make: () => stepped(ranges(WORDS, String), RAMP, (scene) => stepOf(WORDS, data.words[scene]), (scene) => many(data.words[scene], "word")),
  },
  you: {
    name: "holder",
    remark: "Who is “you”.",
    none: data.holders.length ? "" : "No scene says who “you” is.",
    make: () => stepped([...data.holders, "nobody named"], [...data.holders.map((_, place) => KINDS[place % KINDS.length]), NOTHING],
      (scene) => (data.you[scene] < 0 ? data.holders.length : data.you[scene]),
      (scene) => (data.you[scene] < 0 ? "" : data.holders[data.you[scene]])),
  },
  variable: {
    name: "variable",
    none: data.variables.length ? "" : "This story has no variables.",
    make: () => {
      const use = (scene) => 2 * data.sets[scene].includes(state.variable) + data.reads[scene].includes(state.variable);
      const names = ["neither", "read", "set", "set and read"];
      return stepped(names, [NOTHING, "#6d8090", "#b08a4e", "#e3d8bf"], use, (scene) => (use(scene) ? names[use(scene)] : ""));
    },
  },
  replays: {
    name: "replays",
    remark: "Replays beside the story that pass through.",
    none: data.replays ? "" : "No replay stands beside this story; --replays names some.",
    make: () => stepped(["none", "one", "2 to 4", "5 to 9", "10 and more"], [RED, ...RAMP.slice(2)], (scene) => stepOf([1, 2, 5, 10], data.replays[scene]),
      (scene) => (data.replays[scene] ? many(data.replays[scene], "replay") : "no replay")),
  },
  odds: {
    name: "odds",
    remark: "Share of playthroughs that come there, where every choice on offer is as likely.",
    none: data.odds ? "" : "Not asked for: run.py map --odds.",
    make: () => stepped(ranges(SHARES, per), RAMP, (scene) => stepOf(SHARES, data.odds[scene]), (scene) => per(data.odds[scene])),
  },
  unreachable: {
    name: "unreachable",
    remark: data.verdict ? "Proved by the explorer; unknown is what it did not settle." : "By links alone, whatever their conditions; --odds asks the explorer for proof.",
    make: () => {
      const step = (scene) => (!data.linked[scene] ? 3 : data.verdict ? data.verdict[scene] : 0);
      const names = [data.verdict ? "reachable" : "links lead there", "unknown", "unreachable", "no link leads there"];
      return stepped(names, ["#33404a", "#b08a4e", RED, "#e4584a"], step, (scene) => (step(scene) ? names[step(scene)] : ""));
    },
  },
  todo: {
    name: "TODO",
    remark: "Words or notes with TODO, FIXME or XXX.",
    make: () => stepped(["none", "something to do"], ["#2b333a", RED], (scene) => +(data.todo[scene] > 0), (scene) => (data.todo[scene] ? `${data.todo[scene]} TODO` : "")),
  },
};

let layer = layers.act.make();
