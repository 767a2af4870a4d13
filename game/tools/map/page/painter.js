// Paints parts of the plane. Scenes are plates of colour from afar, and legible from near.
const canvas = element("map");
const context = canvas.getContext("2d");
const family = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
const PLAIN = family("--plain"), SIGN = family("--sign");
const LEGIBLE = 0.55;

const light = (colour) => parseInt(colour.slice(1, 3), 16) * 0.3 + parseInt(colour.slice(3, 5), 16) * 0.59 + parseInt(colour.slice(5, 7), 16) * 0.11;
const colourOf = (scene) => {
  if (state.layer === "act") {
    if (data.ending[scene] !== null) return RED;
    if (scene === data.start) return RAMP[5];
  }
  return layer.colour(scene);
};
const isFaint = (scene) => (state.ways && !state.ways.scenes[scene]) || (state.only && colourOf(scene) !== state.only);

/** A text in at most so many lines of so many pixels, the last with an ellipsis where it must. */
function wrapped(brush, text, width, most) {
  const rows = [];
  let row = "";
  for (const word of text.split(/\s+/)) {
    const longer = row ? `${row} ${word}` : word;
    if (brush.measureText(longer).width <= width || !row) row = longer;
    else {
      rows.push(row);
      row = word;
    }
  }
  rows.push(row);
  const kept = rows.slice(0, most);
  if (rows.length > most) kept[most - 1] += " …";
  return kept.map((each) => {
    let short = each;
    while (short.length > 2 && brush.measureText(short).width > width) short = `${short.replace(/ ?…$/, "").slice(0, -1)}…`;
    return short;
  });
}

const wrapping = new Map();
function labelOf(brush, scene, most) {
  const key = scene * 4 + most;
  if (!wrapping.has(key)) {
    brush.font = `13px ${PLAIN}`;
    wrapping.set(key, wrapped(brush, data.label[scene], WIDE - 16, most));
  }
  return wrapping.get(key);
}

function paintArrows(brush, scale, arrows) {
  const paths = { near: new Path2D(), round: new Path2D(), back: new Path2D(), way: new Path2D(), short: new Path2D() };
  for (const arrow of arrows) {
    const on = state.ways ? state.ways.arrows[arrow] : 0;
    const kind = on === 2 ? "short" : on ? "way" : isBack(data.arrows[arrow]) ? "back" : isRound(arrow) ? "round" : "near";
    trace(paths[kind], arrow);
  }
  const thin = Math.max(1.3, 0.7 / scale);
  const faint = state.ways || state.only ? 0.28 : 1;
  const afar = Math.min(1, Math.max(0.12, (scale - 0.03) * 7)); // From afar scenes are the picture, and ways a breath.
  const stroke = (path, colour, width, alpha, dash) => {
    brush.globalAlpha = alpha;
    brush.strokeStyle = colour;
    brush.lineWidth = width;
    brush.setLineDash(scale < 0.2 ? [] : dash);
    brush.stroke(path);
  };
  stroke(paths.back, "#5a788c", thin, 0.5 * faint * afar, [5, 5]);
  stroke(paths.round, "#5b6873", thin, 0.6 * faint * afar, []);
  stroke(paths.near, "#7c8a94", thin, 0.95 * faint * Math.max(afar, 0.4), []);
  stroke(paths.way, "#e3d8bf", Math.max(1.8, 1.1 / scale), 0.75, []);
  stroke(paths.short, "#e4584a", Math.max(3.2, 2.2 / scale), 1, []);
  brush.setLineDash([]);
  brush.globalAlpha = 1;
}

function paintTips(brush, arrows) {
  brush.beginPath();
  for (const arrow of arrows) {
    const target = data.arrows[arrow][1], x = xs[target], y = ys[target] + HIGH / 2;
    brush.moveTo(x, y);
    brush.lineTo(x - 7, y - 3.5);
    brush.lineTo(x - 7, y + 3.5);
  }
  brush.globalAlpha = state.ways || state.only ? 0.4 : 1;
  brush.fillStyle = "#9fa8a4";
  brush.fill();
  brush.globalAlpha = 1;
}

function paintScene(brush, scale, scene) {
  const x = xs[scene], y = ys[scene], colour = colourOf(scene);
  brush.globalAlpha = isFaint(scene) ? 0.22 : 1;
  brush.fillStyle = colour;
  const more = Math.max(0, 2.6 / scale - HIGH) / 2; // Never thinner than can be seen.
  brush.fillRect(x, y - more, WIDE, HIGH + 2 * more);
  if (state.layer !== "act" && data.ending[scene] !== null) {
    brush.fillStyle = "#e4584a";
    brush.fillRect(x + WIDE - 6, y, 6, HIGH);
  }
  if (scale < LEGIBLE) return;
  const said = layer.say(scene);
  brush.fillStyle = light(colour) > 118 ? "#131416" : "#f1e9d6";
  const rows = labelOf(brush, scene, said ? 1 : 2);
  brush.font = `13px ${PLAIN}`;
  const middle = y + HIGH / 2 + 4.5 - (said ? 7 : (rows.length - 1) * 8);
  rows.forEach((row, place) => brush.fillText(row, x + 8, middle + place * 16));
  if (said) {
    brush.font = `11px ${PLAIN}`;
    brush.fillText(said, x + 8, y + HIGH - 8);
  }
}

/** Paint what lies in a part of the plane. */
function paint(brush, scale, left, top, right, bottom) {
  const { scenes, arrows } = seen(left, top, right, bottom);
  paintArrows(brush, scale, arrows);
  if (scale > 0.3) paintTips(brush, arrows);
  for (const scene of scenes) paintScene(brush, scale, scene);
  brush.globalAlpha = 1;
}

// Names over everything, at the same size from near and afar: acts first, then endings and chapters where there is room.
const measured = new Map();
function widthOf(font, text) {
  const key = font + text;
  if (!measured.has(key)) {
    context.font = font;
    measured.set(key, context.measureText(text).width);
  }
  return measured.get(key);
}

// Names of acts stand in the margin, smaller where the page is narrow; the map as a whole leaves them room there.
const actSize = () => (width < 600 ? 11 : 19);
const actFont = () => `600 ${actSize()}px ${SIGN}`;
function actWidth(name) {
  context.letterSpacing = "1.5px";
  const long = widthOf(actFont(), name.toUpperCase());
  context.letterSpacing = "0px";
  return long;
}
const edge = () => (width < 600 ? 6 : 14);
const margin = () => 2 * edge() + Math.max(0, ...data.acts.map(actWidth));

function paintNames(view, width, height) {
  const taken = [];
  const covers = (box) => {
    for (let x = box[0] + 6; x < box[2]; x += 8) {
      for (let y = box[1] + 2; y < box[3]; y += 5) if (sceneAt(view.x + x / view.scale, view.y + y / view.scale) >= 0) return true;
    }
    return false;
  };
  const put = (font, text, x, y, size, colour, always, free) => {
    const box = [x - 4, y - size, x + widthOf(font, text) + 4, y + 4];
    if (box[2] < 0 || box[0] > width || box[3] < 0 || box[1] > height || (free && (box[2] > width || covers(box)))) return false;
    if (!always && taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
    taken.push(box);
    context.font = font;
    context.fillStyle = colour;
    context.strokeStyle = "#0f1012";
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
    return true;
  };
  const across = (x) => (x - view.x) * view.scale, down = (y) => (y - view.y) * view.scale;
  context.lineJoin = "round";
  data.acts.forEach((name, act) => {
    const own = lines.filter((line) => line.act === act);
    const low = down(own[own.length - 1].bottom);
    if (own.length && name && low > 0) {
      const size = actSize(), left = across(MARGIN) - actWidth(name) - edge();
      // Before its first scene; where that is out of sight, above its scenes.
      const beside = (down(own[0].top + 40) + down(own[0].bottom)) / 2 + size / 3, above = down(own[0].top) + 16;
      context.letterSpacing = "1.5px";
      put(actFont(), name.toUpperCase(), Math.max(edge(), left), Math.max(size + 11, Math.min(low, left < edge() ? above : beside)), size, "#e3d8bf", view.scale > 0.3);
      context.letterSpacing = "0px";
    }
  });
  if (view.scale < LEGIBLE) {
    data.ending.forEach((title, scene) => {
      if (title === null || isFaint(scene)) return;
      // Behind it, else below it, above it, or before it: wherever no scene and no other name is.
      const font = `12px ${PLAIN}`, left = across(xs[scene]), right = across(xs[scene] + WIDE), long = widthOf(font, title);
      const middle = down(ys[scene] + HIGH / 2) + 4, low = down(ys[scene] + HIGH) + 13, high = down(ys[scene]) - 5;
      const places = [[right + 5, middle], [left, low], [right - long, low], [left, high], [right - long, high], [left - long - 5, middle]];
      const tried = HIGH * view.scale < 5 ? 1 : places.length; // From too far away every name would lie on something.
      places.slice(0, tried).some(([x, y]) => put(font, title, x, y, 12, "#ee7b6c", false, true));
    });
  }
  if (view.scale > 0.09) {
    for (const [line, column, name] of data.chapters) {
      put(`12px ${PLAIN}`, name, across(MARGIN + column * ACROSS), down(lines[line].top + 26), 12, "#9fa8a4");
    }
  }
}

/** A ring around a scene. */
function paintRing(view, scene, colour, width) {
  if (scene < 0) return;
  const gap = 3 + width / 2;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect((xs[scene] - view.x) * view.scale - gap, (ys[scene] - view.y) * view.scale - gap, WIDE * view.scale + 2 * gap, HIGH * view.scale + 2 * gap);
}
