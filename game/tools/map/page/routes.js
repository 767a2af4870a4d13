// Where everything lies on the plane, in pixels at scale 1, and the path of each arrow.
const WIDE = 144, HIGH = 42, ACROSS = 196, DOWN = 62, MARGIN = 340;
const ROUND = 10;

const xs = data.column.map((column) => MARGIN + column * ACROSS);
const ys = data.row.map((row) => (row / 100) * DOWN - HIGH / 2);
const lines = data.lines.map(([act, top, bottom]) => ({ act, top: (top / 100) * DOWN, bottom: (bottom / 100) * DOWN }));
const extent = {
  width: Math.max(...[0, ...new Set(data.column)]) * ACROSS + WIDE + MARGIN + 200, // Room for the name of an ending at the right.
  height: lines[lines.length - 1].bottom + 30,
};

/** A number from 0 to 1 that is always the same for the same arrow ends, so that ways side by side keep apart. */
const apart = (number) => ((number * 2654435761) % 4294967296) / 4294967296;

const isRound = (arrow) => data.arrows[arrow].length < 3;
const isBack = ([source, target]) =>
  data.line[target] < data.line[source] || (data.line[target] === data.line[source] && data.column[target] <= data.column[source]);

/** The corners of an arrow that goes round: right, to above the line of its target, along it, and in from the left. */
function corners([source, target]) {
  const x1 = xs[source] + WIDE, y1 = ys[source] + HIGH / 2, x2 = xs[target], y2 = ys[target] + HIGH / 2;
  const out = x1 + 12 + apart(source + 7) * 14, into = x2 - 12 - apart(target + 3) * 14;
  const along = lines[data.line[target]].top + 40 + apart(target) * 24;
  return [x1, y1, out, along, into, y2, x2];
}

/** Add an arrow to a path. */
function trace(path, arrow) {
  const way = data.arrows[arrow];
  if (way.length < 3) {
    const [x1, y1, out, along, into, y2, x2] = corners(way);
    path.moveTo(x1, y1);
    path.arcTo(out, y1, out, along, ROUND);
    path.arcTo(out, along, into, along, ROUND);
    path.arcTo(into, along, into, y2, ROUND);
    path.arcTo(into, y2, x2, y2, ROUND);
    path.lineTo(x2, y2);
    return;
  }
  const [source, target, bends] = way;
  let x = xs[source] + WIDE, y = ys[source] + HIGH / 2;
  path.moveTo(x, y);
  bends.forEach((row, place) => {
    const left = xs[source] + (place + 1) * ACROSS, height = (row / 100) * DOWN, middle = (x + left) / 2;
    path.bezierCurveTo(middle, y, middle, height, left, height);
    path.lineTo(left + WIDE, height);
    x = left + WIDE;
    y = height;
  });
  const middle = (x + xs[target]) / 2, end = ys[target] + HIGH / 2;
  path.bezierCurveTo(middle, y, middle, end, xs[target], end);
}

/** The boxes that an arrow lies in: left, top, right, bottom. A way that goes round lies in three thin ones. */
function boxes(arrow) {
  const way = data.arrows[arrow];
  if (way.length < 3) {
    const [x1, y1, out, along, into, y2, x2] = corners(way);
    return [
      [x1, Math.min(y1, along), out, Math.max(y1, along)],
      [Math.min(out, into), along, Math.max(out, into), along],
      [into, Math.min(along, y2), x2, Math.max(along, y2)],
    ];
  }
  const [source, target, bends] = way;
  const heights = [ys[source] + HIGH / 2, ys[target] + HIGH / 2, ...bends.map((row) => (row / 100) * DOWN)];
  return [[xs[source] + WIDE, Math.min(...heights), xs[target], Math.max(...heights)]];
}

// What lies where: scenes and arrows by squares of the plane, so that only what can be seen is drawn.
const SQUARE = 1200;
const squares = new Map();
function enter(kind, number, [left, top, right, bottom]) {
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++) {
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) {
      const key = x * 65536 + y;
      let square = squares.get(key);
      if (!square) squares.set(key, (square = { scenes: [], arrows: [] }));
      square[kind].push(number);
    }
  }
}
for (let scene = 0; scene < count; scene++) enter("scenes", scene, [xs[scene], ys[scene], xs[scene] + WIDE, ys[scene] + HIGH]);
for (let arrow = 0; arrow < data.arrows.length; arrow++) for (const box of boxes(arrow)) enter("arrows", arrow, box);

/** The scenes and arrows that a part of the plane may show. */
function seen(left, top, right, bottom) {
  const scenes = new Set(), arrows = new Set();
  for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++) {
    for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) {
      const square = squares.get(x * 65536 + y);
      if (!square) continue;
      for (const scene of square.scenes) scenes.add(scene);
      for (const arrow of square.arrows) arrows.add(arrow);
    }
  }
  return { scenes, arrows };
}

/** The scene at a point of the plane, or -1. */
function sceneAt(x, y) {
  for (const scene of squares.get(Math.floor(x / SQUARE) * 65536 + Math.floor(y / SQUARE))?.scenes ?? []) {
    if (x >= xs[scene] && x <= xs[scene] + WIDE && y >= ys[scene] && y <= ys[scene] + HIGH) return scene;
  }
  return -1;
}
