import type { ArrivalCurve } from '../arrival-curve.ts';

/** A curve of a sequence and how long it lasts; inside, its time begins at 0. */
export interface SequencePart {
  readonly seconds: number;
  readonly curve: ArrivalCurve;
}

/**
 * One curve after the other, each from its own second 0. The last one goes on after its end as it would alone. Of no parts, nobody comes.
 *
 * @example sequence([]).arrivalsUntil(12) // => 0
 */
export function sequence(parts: readonly SequencePart[]): ArrivalCurve {
  let [start, before] = [0, 0];
  const placed = parts.map(({ seconds, curve }) => {
    const place = { start, before, curve };
    start += seconds;
    before += curve.arrivalsUntil(seconds);
    return place;
  });
  const placeAt = (seconds: number) => {
    let index = placed.length - 1;
    while (index > 0 && placed[index]!.start > seconds) index--;
    return placed[index];
  };
  return {
    rateAt(seconds) {
      const place = placeAt(seconds);
      return place === undefined ? 0 : place.curve.rateAt(seconds - place.start);
    },
    arrivalsUntil(seconds) {
      const place = placeAt(seconds);
      return place === undefined ? 0 : place.before + place.curve.arrivalsUntil(seconds - place.start);
    },
  };
}
