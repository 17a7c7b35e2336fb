import { crc32, deflateSync } from 'node:zlib';
import { palettes } from './palette.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits a sample, colour type 3 (palette), deflate, adaptive filters, not interlaced. */
const EIGHT_BIT_PALETTE = [8, 3, 0, 0, 0];

/**
 * Opaque RGBA pixels as a PNG of at most 256 colours: a third of the size of true colour, and no one sees the difference in a chart,
 * whose thousands of colours are shades between a line and the paper. Format: PNG, third edition (W3C, 2025), sections 5 and 11.
 */
export function palettePng(rgba: Uint8Array, width: number, height: number): Buffer {
  const { colours, indices } = palettes(rgba);
  const rows = Buffer.alloc((width + 1) * height);
  // Filter 0 for each row: differences of palette indices mean nothing.
  for (let row = 0; row < height; row++) rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(EIGHT_BIT_PALETTE, 8);
  const palette = Buffer.from(colours.flatMap((colour) => [colour >>> 16, (colour >>> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: 7 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
