// What the page was given, and what follows from it: ways by scene, and searches along them.
const began = performance.now();
const element = (id) => document.getElementById(id);
const data = JSON.parse(element("data").textContent);
const count = data.id.length;

let unpacked = null;
/** What is read of each scene; unpacked when somebody first reads. */
const texts = () => (unpacked ??= JSON.parse(element("text").textContent));

const leads = data.id.map(() => []);
const comes = data.id.map(() => []);
data.arrows.forEach(([source, target], arrow) => {
  leads[source].push(arrow);
  comes[target].push(arrow);
});
const targetsOf = (scene) => [...new Set(leads[scene].map((arrow) => data.arrows[arrow][1]))];
const sourcesOf = (scene) => [...new Set(comes[scene].map((arrow) => data.arrows[arrow][0]))];

/** By scene: 1 for those that can be come to from `roots` along `ways`, the end of which is at place `end` of an arrow. */
function spread(roots, ways, end) {
  const found = new Uint8Array(count);
  const waiting = [...roots];
  for (const root of roots) found[root] = 1;
  while (waiting.length) {
    for (const arrow of ways[waiting.pop()]) {
      const next = data.arrows[arrow][end];
      if (!found[next]) {
        found[next] = 1;
        waiting.push(next);
      }
    }
  }
  return found;
}

/** The arrows of a shortest way from a scene to the nearest of some, whatever their conditions; null where none leads there. */
function shortest(from, to) {
  let last = -1;
  const by = new Map([[from, -1]]);
  for (const scene of by.keys()) {
    if (to.includes(scene)) {
      last = scene;
      break;
    }
    for (const arrow of leads[scene]) {
      if (!by.has(data.arrows[arrow][1])) by.set(data.arrows[arrow][1], arrow);
    }
  }
  if (last < 0) return null;
  const way = [];
  for (let arrow = by.get(last); arrow >= 0; arrow = by.get(data.arrows[arrow][0])) way.push(arrow);
  return way.reverse();
}

/** All that lies on ways from a scene to some others (null: to anywhere): scenes and arrows, the shortest among them. */
function between(from, to) {
  const ahead = spread([from], leads, 1);
  const behind = to && spread(to, comes, 0);
  const scenes = ahead.map((is, scene) => is & (behind ? behind[scene] : 1));
  for (const scene of to ?? []) scenes[scene] = 1;
  const arrows = new Uint8Array(data.arrows.length);
  data.arrows.forEach(([source, target], arrow) => {
    arrows[arrow] = scenes[source] & scenes[target];
  });
  const way = to ? shortest(from, to) : [];
  for (const arrow of way ?? []) arrows[arrow] = 2;
  return { from, to, scenes, arrows, way, number: scenes.reduce((sum, is) => sum + is, 0) };
}
