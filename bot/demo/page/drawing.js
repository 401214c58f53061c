// Makes the pictures that people send in the demo: small drawings as a child makes them.

const W = 480;
const H = 360;
const PAPERS = ["#fdf6e3", "#eef5fb", "#fbeff0"];

/** A PNG in base64; the number chooses which drawing. */
export function drawing(number) {
  const canvas = document.createElement("canvas");
  canvas.width = W;
  canvas.height = H;
  const pen = canvas.getContext("2d");
  pen.fillStyle = PAPERS[number % PAPERS.length];
  pen.fillRect(0, 0, W, H);
  pen.lineWidth = 7;
  pen.lineCap = pen.lineJoin = "round";
  [house, table, path][number % 3](pen);
  return canvas.toDataURL("image/png").split(",")[1];
}

function line(pen, colour, ...points) {
  pen.strokeStyle = colour;
  pen.beginPath();
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.stroke();
}

function circle(pen, colour, x, y, r) {
  pen.strokeStyle = colour;
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.stroke();
}

function person(pen, colour, x, y, size) {
  circle(pen, colour, x, y, size * 0.28);
  line(pen, colour, [x, y + size * 0.28], [x, y + size]);
  line(pen, colour, [x - size * 0.4, y + size * 0.45], [x, y + size * 0.55], [x + size * 0.4, y + size * 0.4]);
  line(pen, colour, [x - size * 0.3, y + size * 1.5], [x, y + size], [x + size * 0.3, y + size * 1.5]);
}

function sun(pen) {
  circle(pen, "#e0a11b", 410, 70, 34);
  for (let i = 0; i < 8; i++) {
    const [dx, dy] = [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)];
    line(pen, "#e0a11b", [410 + dx * 48, 70 + dy * 48], [410 + dx * 64, 70 + dy * 64]);
  }
}

function house(pen) {
  sun(pen);
  line(pen, "#b4483c", [60, 310], [60, 180], [150, 100], [240, 180], [240, 310]);
  line(pen, "#3d6fa5", [125, 310], [125, 235], [175, 235], [175, 310]);
  line(pen, "#4d8a4a", [20, 313], [460, 310]);
  person(pen, "#5b4a9e", 310, 190, 80);
  person(pen, "#2f7a6b", 390, 230, 54);
}

function table(pen) {
  line(pen, "#8a5a2b", [90, 230], [390, 230]);
  line(pen, "#8a5a2b", [130, 230], [115, 330]);
  line(pen, "#8a5a2b", [350, 230], [365, 330]);
  [["#5b4a9e", 130], ["#b4483c", 240], ["#2f7a6b", 350]].forEach(([colour, x]) => {
    circle(pen, colour, x, 120, 26);
    line(pen, colour, [x - 34, 215], [x, 150], [x + 34, 215]);
  });
  circle(pen, "#e0a11b", 240, 232, 12);
}

function path(pen) {
  sun(pen);
  line(pen, "#4d8a4a", [20, 320], [140, 260], [250, 290], [380, 220], [460, 240]);
  person(pen, "#b4483c", 120, 130, 80);
  person(pen, "#3d6fa5", 215, 165, 72);
  line(pen, "#b4483c", [152, 162], [186, 194]);
}
