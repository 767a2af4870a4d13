// What part of the plane is seen, and the tiles of which the picture is made: each is painted once for a scale, a few
// each frame, so that moving about costs the same however large the story is.
const TILE = 512, PATIENCE = 10, SETTLED = 120, KEPT = 160;
const view = { x: 0, y: 0, scale: 1 };
const still = matchMedia("(prefers-reduced-motion: reduce)");
let sheet = { scale: 0, tiles: new Map() }, former = null, zoomed = 0, asked = false, moving = null;
let width = 0, height = 0, ratio = 1;

function redraw() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(frame);
  }
}

/** Paint everything anew: colours have changed. */
function repaint() {
  former = null;
  sheet = { scale: view.scale, tiles: new Map() };
  redraw();
}

function frame(now) {
  asked = false;
  if (moving) moving(now);
  const settled = now - zoomed > SETTLED;
  if (sheet.scale !== view.scale && settled) {
    former = sheet;
    sheet = { scale: view.scale, tiles: new Map() };
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (sheet.scale === view.scale) drawTiles(now);
  else {
    drawSheet(sheet);
    redraw();
  }
  paintNames(view, width, height);
  paintRing(view, state.hover, "#9fa8a4", 1.5);
  paintRing(view, state.scene, "#e3d8bf", 3);
}

function drawTiles() {
  const left = Math.floor((view.x * view.scale) / TILE), top = Math.floor((view.y * view.scale) / TILE);
  const right = Math.floor((view.x * view.scale + width) / TILE), bottom = Math.floor((view.y * view.scale + height) / TILE);
  const until = performance.now() + PATIENCE;
  let missing = false;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const key = `${x} ${y}`;
      if (!sheet.tiles.has(key) && performance.now() < until) sheet.tiles.set(key, painted(x, y));
      const tile = sheet.tiles.get(key);
      const across = Math.round((x * TILE - view.x * view.scale) * ratio) / ratio, down = Math.round((y * TILE - view.y * view.scale) * ratio) / ratio;
      if (tile) context.drawImage(tile, across, down, TILE, TILE);
      else {
        missing = true;
        if (former) drawThrough(across, down);
      }
    }
  }
  if (missing) redraw();
  else former = null;
  if (sheet.tiles.size > KEPT) {
    for (const key of sheet.tiles.keys()) {
      const [x, y] = key.split(" ").map(Number);
      if (x < left - 1 || x > right + 1 || y < top - 1 || y > bottom + 1) sheet.tiles.delete(key);
    }
  }
}

/** The former picture where a tile is still missing. */
function drawThrough(across, down) {
  context.save();
  context.beginPath();
  context.rect(across, down, TILE, TILE);
  context.clip();
  drawSheet(former);
  context.restore();
}

function drawSheet({ scale, tiles }) {
  if (!tiles.size) return;
  const size = (TILE / scale) * view.scale;
  for (const [key, tile] of tiles) {
    const [x, y] = key.split(" ").map(Number);
    const across = ((x * TILE) / scale - view.x) * view.scale, down = ((y * TILE) / scale - view.y) * view.scale;
    if (across < width && down < height && across + size > 0 && down + size > 0) context.drawImage(tile, across, down, size, size);
  }
}

function painted(x, y) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = TILE * ratio;
  const brush = tile.getContext("2d"), scale = view.scale;
  brush.setTransform(ratio * scale, 0, 0, ratio * scale, -x * TILE * ratio, -y * TILE * ratio);
  const margin = 8 / scale;
  paint(brush, scale, (x * TILE) / scale - margin, (y * TILE) / scale - margin, ((x + 1) * TILE) / scale + margin, ((y + 1) * TILE) / scale + margin);
  return tile;
}

function resize() {
  const box = canvas.getBoundingClientRect();
  ratio = devicePixelRatio || 1;
  const first = !width;
  const middle = [view.x + width / 2 / view.scale, view.y + height / 2 / view.scale];
  width = box.width;
  height = box.height;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  if (first) whole();
  else {
    view.x = middle[0] - width / 2 / view.scale;
    view.y = middle[1] - height / 2 / view.scale;
    repaint();
  }
}

/** Keep some of the map in sight. */
function bound() {
  const w = width / view.scale, h = height / view.scale;
  view.x = Math.min(Math.max(view.x, -w * 0.6), extent.width - w * 0.4);
  view.y = Math.min(Math.max(view.y, -h * 0.6), extent.height - h * 0.4);
}

const closest = () => Math.min((width - margin()) / (extent.width - MARGIN), height / extent.height) * 0.97;

/** All of it, with room for the names of acts at the left. */
function whole() {
  const scale = Math.min(1.2, closest());
  glide((MARGIN + extent.width - margin() / scale) / 2, extent.height / 2, scale);
}

/** Go to where a point of the plane is in the middle, at a scale. */
function glide(x, y, scale) {
  const from = { x: view.x + width / 2 / view.scale, y: view.y + height / 2 / view.scale, scale: view.scale };
  const begin = performance.now(), long = still.matches || !sheet.tiles.size ? 0 : 260;
  moving = (now) => {
    const done = long ? Math.min(1, Math.max(0, (now - begin) / long)) : 1, eased = 1 - (1 - done) ** 3;
    view.scale = done === 1 ? scale : from.scale * (scale / from.scale) ** eased;
    view.x = from.x + (x - from.x) * eased - width / 2 / view.scale;
    view.y = from.y + (y - from.y) * eased - height / 2 / view.scale;
    if (done === 1) moving = null;
    else {
      if (from.scale !== scale) zoomed = now;
      redraw();
    }
  };
  redraw();
}

function centre(scene, scale = Math.max(view.scale, 1)) {
  glide(xs[scene] + WIDE / 2, ys[scene] + HIGH / 2, scale);
}

/** Go to a scene that is out of sight or too small to read. */
function reveal(scene) {
  const x = (xs[scene] - view.x) * view.scale, y = (ys[scene] - view.y) * view.scale;
  const inside = x > 40 && y > 40 && x + WIDE * view.scale < width - 40 && y + HIGH * view.scale < height - 40;
  if (!inside || view.scale < LEGIBLE || moving) centre(scene);
}

function zoom(factor, x = width / 2, y = height / 2) {
  const scale = Math.min(2.2, Math.max(Math.min(closest(), 1) * 0.8, view.scale * factor));
  moving = null;
  view.x += x / view.scale - x / scale;
  view.y += y / view.scale - y / scale;
  view.scale = scale;
  zoomed = performance.now();
  bound();
  redraw();
}

// Mouse and touch: drag to move, wheel or two fingers to zoom, click to read.
const fingers = new Map();
let dragged = 0;
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
}, { passive: false });
canvas.addEventListener("pointerdown", (event) => {
  try {
    canvas.setPointerCapture(event.pointerId);
  } catch {
    // A pointer that is gone already, or one made by a program.
  }
  fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
  dragged = fingers.size > 1 ? 100 : 0;
});
canvas.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) {
    const hover = sceneAt(view.x + event.offsetX / view.scale, view.y + event.offsetY / view.scale);
    if (hover !== state.hover) {
      state.hover = hover;
      canvas.title = hover < 0 ? "" : `${data.label[hover]} (${data.id[hover]})`;
      canvas.style.cursor = hover < 0 ? "" : "pointer";
      redraw();
    }
    return;
  }
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) {
    const away = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
    const now = [event.offsetX, event.offsetY];
    zoom(away(now) / away(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
  } else {
    moving = null;
    view.x -= (event.offsetX - before[0]) / view.scale;
    view.y -= (event.offsetY - before[1]) / view.scale;
    dragged += Math.abs(event.offsetX - before[0]) + Math.abs(event.offsetY - before[1]);
    canvas.classList.toggle("dragging", dragged > 4);
    bound();
    redraw();
  }
  fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
});
for (const kind of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(kind, (event) => {
    canvas.classList.remove("dragging");
    if (fingers.delete(event.pointerId) && kind === "pointerup" && dragged <= 4) {
      const scene = sceneAt(view.x + event.offsetX / view.scale, view.y + event.offsetY / view.scale);
      if (scene >= 0) choose(scene, { read: true });
    }
  });
}
canvas.addEventListener("dblclick", (event) => zoom(1.8, event.offsetX, event.offsetY));
