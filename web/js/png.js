// @ts-check
// Packs pixels into a PNG (W3C, third edition). A canvas packs them as well, but
// browsers that guard against fingerprints give noise for what one holds.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a pixel: pictures have a ground, so nothing shines through. */
const depth = 3;
const [sub, up] = [1, 2]; // filters: what is left of the byte to the left, of the one above
/** Of so many bytes in a row one tells which filter leaves less: a prime number, so that all colours are asked. */
const probe = 7;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** @param {Bytes} data */
function crc(data) {
  let c = 0xffffffff;
  for (const byte of data) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

/** @param {string} name @param {ArrayLike<number>} data @returns {Bytes} */
function chunk(name, data) {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set([...name].map((c) => c.charCodeAt(0)), 4);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc(out.subarray(4, 8 + data.length)));
  return out;
}

/** Turns rows of pixels into rows that pack well: of two filters the one that leaves less. */
class Filter {
  /** @param {number} width */
  constructor(width) {
    this.above = new Uint8Array(width * depth);
    this.row = new Uint8Array(width * depth);
  }

  /** @param {Uint8ClampedArray} pixels RGBA, whole rows @returns {Bytes} */
  rows(pixels) {
    const n = this.row.length;
    const height = pixels.length / 4 / (n / depth);
    const out = new Uint8Array(height * (1 + n));
    for (let y = 0, from = 0, at = 0; y < height; y++, at += 1 + n) {
      const { row, above } = this;
      for (let i = 0; i < n; i += depth, from += 4) {
        row[i] = pixels[from];
        row[i + 1] = pixels[from + 1];
        row[i + 2] = pixels[from + 2];
      }
      let [left, over] = [0, 0];
      for (let i = depth; i < n; i += probe) {
        if (row[i] !== row[i - depth]) left++;
        if (row[i] !== above[i]) over++;
      }
      if (left < over) {
        out[at] = sub;
        for (let i = 0; i < depth; i++) out[at + 1 + i] = row[i];
        for (let i = depth; i < n; i++) out[at + 1 + i] = row[i] - row[i - depth];
      } else {
        out[at] = up;
        for (let i = 0; i < n; i++) out[at + 1 + i] = row[i] - above[i];
      }
      this.row = above;
      this.above = row;
    }
    return out;
  }
}

/** @param {AsyncIterable<Bytes>} parts @returns {Promise<Bytes>} as zlib has it */
async function deflated(parts) {
  if (typeof CompressionStream === "undefined") return stored(parts);
  const packer = new CompressionStream("deflate");
  const out = new Response(packer.readable).arrayBuffer();
  out.catch(() => {}); // told by the writer
  const writer = packer.writable.getWriter();
  try {
    for await (const part of parts) await writer.write(part);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
  return new Uint8Array(await out);
}

/** The same without packing, for browsers that do not pack. @param {AsyncIterable<Bytes>} parts @returns {Promise<Bytes>} */
async function stored(parts) {
  const most = 65535; // bytes of a block
  /** @type {BlobPart[]} */
  const out = [new Uint8Array([0x78, 0x01])];
  let [a, b] = [1, 0];
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += most) {
      const block = part.subarray(at, at + most);
      for (const byte of block) b = (b + (a = (a + byte) % 65521)) % 65521;
      const n = block.length;
      out.push(new Uint8Array([0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255]), block);
    }
  }
  out.push(new Uint8Array([1, 0, 0, 255, 255, b >> 8, b & 255, a >> 8, a & 255]));
  return new Uint8Array(await new Blob(out).arrayBuffer());
}

/**
 * @param {{width: number, height: number}} size
 * @param {AsyncIterable<Uint8ClampedArray>} strips RGBA, some whole rows each
 * @returns {Promise<Blob>}
 */
export async function packed({ width, height }, strips) {
  const filter = new Filter(width);
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8); // bits
  head.setUint8(9, 2); // red, green, blue
  const data = await deflated((async function* () {
    for await (const strip of strips) yield filter.rows(strip);
  })());
  return new Blob([new Uint8Array(signature), chunk("IHDR", new Uint8Array(head.buffer)), chunk("IDAT", data), chunk("IEND", [])], { type: "image/png" });
}
