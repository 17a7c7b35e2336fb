const MOST_COLOURS = 256;

export interface Indexed {
  /** 0xRRGGBB, the most frequent first. */
  readonly colours: readonly number[];
  /** Colour of each pixel as a place in `colours`. */
  readonly indices: Uint8Array;
}

/** The 256 most frequent colours of opaque RGBA pixels; every other colour becomes the nearest of them. */
export function palettes(rgba: Uint8Array): Indexed {
  const pixels = new Uint32Array(rgba.length / 4);
  const counts = new Map<number, number>();
  let [previous, run] = [-1, 0];
  for (let i = 0; i < pixels.length; i++) {
    const at = 4 * i;
    const colour = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
    pixels[i] = colour;
    if (colour === previous) {
      run++;
      continue;
    }
    // Counting by runs: a chart is mostly paper, and the map is slower than the comparison.
    if (run > 0) counts.set(previous, (counts.get(previous) ?? 0) + run);
    [previous, run] = [colour, 1];
  }
  if (run > 0) counts.set(previous, (counts.get(previous) ?? 0) + run);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const colours = byCount.slice(0, MOST_COLOURS);
  return {
    colours,
    indices: indexPixels(
      pixels,
      new Map(byCount.map((colour, place) => [colour, place < MOST_COLOURS ? place : nearest(colour, colours)])),
    ),
  };
}

function indexPixels(pixels: Uint32Array, places: ReadonlyMap<number, number>): Uint8Array {
  const indices = new Uint8Array(pixels.length);
  let [previous, place] = [-1, 0];
  for (let i = 0; i < pixels.length; i++) {
    const colour = pixels[i] ?? 0;
    if (colour !== previous) {
      previous = colour;
      place = places.get(colour) ?? 0;
    }
    indices[i] = place;
  }
  return indices;
}

/** Place of the colour with the smallest squared distance in red, green and blue. */
function nearest(colour: number, colours: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [place, other] of colours.entries()) {
    const [red, green, blue] = [
      (colour >>> 16) - (other >>> 16),
      ((colour >>> 8) & 255) - ((other >>> 8) & 255),
      (colour & 255) - (other & 255),
    ];
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
