import { count, height, places, size, speeds, watch, width } from "/bench/crowd.js";

const app = new PIXI.Application();
await app.init({ width, height, background: "#f6f1e7", antialias: false, resolution: 1, preference: "webgl" });
document.body.append(app.canvas);

const dot = document.createElement("canvas");
dot.width = dot.height = size;
const pen = dot.getContext("2d");
pen.fillStyle = "#fff";
pen.arc(size / 2, size / 2, size / 2, 0, 2 * Math.PI);
pen.fill();
const texture = PIXI.Texture.from(dot);

const inks = [0x8a6420, 0x8a6420, 0xb58a34, 0x5a4318];
const particles = [];
for (let i = 0; i < count; i++) {
  particles.push(new PIXI.Particle({ texture, x: places[2 * i], y: places[2 * i + 1], anchorX: 0.5, anchorY: 0.5, tint: inks[i % 4] }));
}
// Only the places change, and only they are sent anew: its fastest setting.
const crowd = new PIXI.ParticleContainer({
  texture, particles,
  dynamicProperties: { position: true, vertex: false, rotation: false, color: false, uvs: false },
  boundsArea: new PIXI.Rectangle(0, 0, width, height),
});
app.stage.addChild(crowd);
app.ticker.add(() => {
  // As move of crowd.js does, at once on the particles.
  for (let i = 0; i < count; i++) {
    const p = particles[i];
    const x = p.x + speeds[2 * i], y = p.y + speeds[2 * i + 1];
    if (x < 0 || x > width) speeds[2 * i] = -speeds[2 * i];
    if (y < 0 || y > height) speeds[2 * i + 1] = -speeds[2 * i + 1];
    p.x = x;
    p.y = y;
  }
});
window.moved = watch((i) => (i % 2 === 0 ? particles[i >> 1].x : particles[i >> 1].y));
window.version = PIXI.VERSION;
