const MOST_COLOURS = 256;

export interface Indexed {
  /** 0xRRGGBB, the most frequent first. */
  readonly colours: readonly number[];
  /** Colour of each pixel as a place in `colours`. */
  readonly indices: Uint8Array;
}

/** The 256 most frequent colours of opaque RGBA pixels; every other colour becomes the nearest of them. */
export function palettes(rgba: Uint8Array): Indexed {
  const { seen, counts, runs } = distinctColours(rgba);
  const byCount = seen.map((colour, id) => ({ colour, id, count: counts[id] ?? 0 }));
  byCount.sort((a, b) => b.count - a.count || a.colour - b.colour);
  const colours = byCount.slice(0, MOST_COLOURS).map(({ colour }) => colour);
  const nearest = nearestOf(colours);
  const places = new Uint8Array(seen.length);
  for (const [place, { colour, id }] of byCount.entries()) places[id] = place < MOST_COLOURS ? place : nearest(colour);
  const indices = new Uint8Array(rgba.length / 4);
  for (let run = 0, begin = 0; run < runs.length; run += 2) {
    const [id = 0, end = 0] = [runs[run], runs[run + 1]];
    indices.fill(places[id] ?? 0, begin, end);
    begin = end;
  }
  return { colours, indices };
}

/** Colours in the order they are first met, how many pixels each has, and of each run of pixels the colour, as a place in `seen`, and its end. */
function distinctColours(rgba: Uint8Array): { seen: number[]; counts: number[]; runs: number[] } {
  const pixels = pixelsOf(rgba);
  const known = new Map<number, number>();
  const seen: number[] = [];
  const counts: number[] = [];
  const runs: number[] = [];
  // By runs: a chart is mostly paper, and the map is slower than the comparison.
  for (let begin = 0, end = 0; begin < pixels.length; begin = end) {
    const pixel = pixels[begin];
    while (end < pixels.length && pixels[end] === pixel) end++;
    const colour = ((rgba[4 * begin] ?? 0) << 16) | ((rgba[4 * begin + 1] ?? 0) << 8) | (rgba[4 * begin + 2] ?? 0);
    let id = known.get(colour);
    if (id === undefined) {
      id = seen.push(colour) - 1;
      known.set(colour, id);
    }
    counts[id] = (counts[id] ?? 0) + end - begin;
    runs.push(id, end);
  }
  return { seen, counts, runs };
}

/** Each pixel as one number, which is only compared: in which order a machine reads its bytes does not matter. */
const pixelsOf = (rgba: Uint8Array): Uint32Array => {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
};

/** The place among `colours` with the smallest squared distance in red, green and blue; the first of several. */
function nearestOf(colours: readonly number[]): (colour: number) => number {
  const channel = (shift: number): Int32Array => Int32Array.from(colours, (colour) => (colour >>> shift) & 255);
  const [reds, greens, blues] = [channel(16), channel(8), channel(0)];
  return (colour) => {
    const [red, green, blue] = [colour >>> 16, (colour >>> 8) & 255, colour & 255];
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let place = 0; place < reds.length; place++) {
      const dr = red - (reds[place] ?? 0);
      const dg = green - (greens[place] ?? 0);
      const db = blue - (blues[place] ?? 0);
      const distance = dr * dr + dg * dg + db * db;
      if (distance < least) [best, least] = [place, distance];
    }
    return best;
  };
}
