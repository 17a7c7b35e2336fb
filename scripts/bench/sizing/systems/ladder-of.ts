import type { System } from '../simulator/system.ts';
import type { SystemQuestion } from './system-question.ts';

/** Steps as shares of what a node can do at most; those above 1 saturate it. */
const LADDERS = [
  [0.2, 0.4, 0.6, 0.75, 0.87],
  [0.3, 0.5, 0.7, 0.8, 0.9],
  [0.3, 0.45, 0.6, 0.75, 0.9, 1.2],
  [0.15, 0.35, 0.55, 0.7, 0.85, 1.1, 1.3],
];
/** The ladder of one node where more than one is measured, and shares of the nodes' capacity with more. */
const WITH_TOP = LADDERS[2]!;
const MORE_NODES = [0.5, 0.8, 1.15];
/** Requests of the median step: 60 s of a fast service, longer of a slow one. */
const REQUESTS = 6_000;
const LEAST_SECONDS = 60;
/** Requests a node holds at most, for each worker. */
const ROOM = 60;

/** The ladder of a team: one node, and where there is a database, or as often by habit, two and four as well. */
export function ladderOf(
  { workers, service, database }: System,
  draw: { one<Item>(items: readonly Item[]): Item },
): Pick<SystemQuestion, 'ladder' | 'spacing' | 'room' | 'meter'> {
  const node = workers / (service.mean + (database?.query.mean ?? 0));
  const limit = database === null ? Number.POSITIVE_INFINITY : database.connections / database.query.mean;
  const counts = draw.one(database === null ? [[1], [1], [1, 2], [1, 2, 4]] : [[1, 2, 4]]);
  const one = draw.one(LADDERS);
  const step = (nodes: number, share: number) => {
    const capacity = Math.min(nodes * node, limit);
    return { nodes, rate: share * capacity, seconds: Math.max(LEAST_SECONDS, Math.ceil(REQUESTS / (capacity * 0.6))) };
  };
  return {
    ladder: counts.flatMap((nodes) => (nodes > 1 ? MORE_NODES : counts.length > 1 ? WITH_TOP : one).map((share) => step(nodes, share))),
    spacing: draw.one(['poisson', 'poisson', 'even']),
    room: draw.one([Number.POSITIVE_INFINITY, ROOM * workers]),
    meter: draw.one([true, false]),
  };
}
