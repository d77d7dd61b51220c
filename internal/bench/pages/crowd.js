// A crowd that moves on straight lines and turns back at the edges: the cheapest
// motion there is, so that a peer's own work is what is measured.
export const count = 111616, width = 1440, height = 900, size = 3;

export const places = new Float32Array(2 * count);
export const speeds = new Float32Array(2 * count);

// The chance is a fixed one (xorshift32, Marsaglia 2003): each run moves alike.
let state = 2463534242;
const chance = () => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 4294967296;
};
for (let i = 0; i < 2 * count; i += 2) {
  places[i] = width * chance();
  places[i + 1] = height * chance();
  const angle = 2 * Math.PI * chance();
  speeds[i] = 0.7 * Math.cos(angle);
  speeds[i + 1] = 0.7 * Math.sin(angle);
}

// move takes every mark one frame on.
export const move = () => {
  for (let i = 0; i < 2 * count; i += 2) {
    const x = places[i] + speeds[i], y = places[i + 1] + speeds[i + 1];
    if (x < 0 || x > width) speeds[i] = -speeds[i];
    if (y < 0 || y > height) speeds[i + 1] = -speeds[i + 1];
    places[i] = x;
    places[i + 1] = y;
  }
};

// watch tells how many marks are elsewhere two frames later, by what at(i) says.
export const watch = (at) => async () => {
  const read = () => Float32Array.from({ length: 2 * count }, (_, i) => at(i));
  const before = read();
  for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
  const after = read();
  let moved = 0;
  for (let i = 0; i < 2 * count; i += 2) if (before[i] !== after[i] || before[i + 1] !== after[i + 1]) moved++;
  return moved;
};
