import { deflateSync } from 'node:zlib';

/** The sizes that the ribbon and the store ask for. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128] as const;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const GROUND: Colour = [31, 96, 180, 255];
const BAR: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [0, 0, 0, 0];
const SAMPLES = 4;

/** The mark at a size: three rising bars on a rounded ground, smoothed. */
export function icon(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) pixels.set(pixelAt(x, y, size), (y * size + x) * 4);
  }
  return png(pixels, size);
}

/** The mean of some points inside a pixel. */
function pixelAt(x: number, y: number, size: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES; i += 1) {
    for (let j = 0; j < SAMPLES; j += 1) {
      const colour = colourAt((x + (i + 0.5) / SAMPLES) / size, (y + (j + 0.5) / SAMPLES) / size);
      const alpha = colour[3];
      for (let channel = 0; channel < 3; channel += 1) sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0) * alpha;
      sum[3] = (sum[3] ?? 0) + alpha;
    }
  }
  const alpha = sum[3] ?? 0;
  const own = (channel: number): number => (alpha === 0 ? 0 : Math.round((sum[channel] ?? 0) / alpha));
  return [own(0), own(1), own(2), Math.round(alpha / (SAMPLES * SAMPLES))];
}

function colourAt(x: number, y: number): Colour {
  const bars = [[0.2, 0.6], [0.42, 0.42], [0.64, 0.22]] as const;
  if (bars.some(([left, top]) => x >= left && x <= left + 0.16 && y >= top && y <= 0.8)) return BAR;
  const radius = 0.18;
  const [dx, dy] = [Math.max(radius - x, x - 1 + radius, 0), Math.max(radius - y, y - 1 + radius, 0)];
  return dx * dx + dy * dy <= radius * radius ? GROUND : CLEAR;
}

/** A PNG of 8-bit RGBA pixels (RFC 2083). */
function png(pixels: Uint8Array, size: number): Uint8Array {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) Buffer.from(pixels.subarray(y * size * 4, (y + 1) * size * 4)).copy(rows, y * (size * 4 + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, body, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(name, 'latin1'), data]), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
