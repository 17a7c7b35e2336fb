import type { PlaceColumns } from '../places/places.ts';
import type { Pollers } from './poll-interval.ts';

/** Adds up how many people poll and how many polls a second the pauses told to them amount to. */
export interface PollBook {
  /** Everybody but this person, if they are on it, and this person. */
  besides(place: number): Pollers;
  /** Notes the pause told to a person, ms; the first time puts them on the book. */
  tell(place: number, pause: number): void;
  /** Takes a person off who polls no more. */
  cross(place: number): void;
}

function pollsPerSecond(pause: number): number {
  return pause > 0 ? 1000 / pause : 0;
}

/** A running sum, in the `pause` column: 0 there means not on the book. */
export function createPollBook(columns: PlaceColumns): PollBook {
  let people = 0;
  let promised = 0;
  return {
    besides: (place) => {
      const pause = columns.pause[place]!;
      return { people: pause > 0 ? people : people + 1, promised: promised - pollsPerSecond(pause) };
    },
    tell: (place, pause) => {
      const before = columns.pause[place]!;
      if (before === 0) people++;
      promised += pollsPerSecond(pause) - pollsPerSecond(before);
      columns.pause[place] = pause;
    },
    cross: (place) => {
      people--;
      promised = people === 0 ? 0 : promised - pollsPerSecond(columns.pause[place]!);
      columns.pause[place] = 0;
    },
  };
}
