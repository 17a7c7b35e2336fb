/** What was asked for one place, in order. */
export interface Visits {
  readonly lane: string;
  readonly asked: string[];
}

/** What a room was asked, by lane: the story of each place as one line, sorted, because two people of one lane may come in either order. */
export type Transcript = Readonly<Record<string, readonly string[]>>;

export function transcriptOf(places: Iterable<Visits>): Transcript {
  const lanes: Record<string, string[]> = {};
  for (const { lane, asked } of places) {
    lanes[lane] ??= [];
    lanes[lane].push(asked.join(' → '));
  }
  for (const stories of Object.values(lanes)) stories.sort();
  return lanes;
}
