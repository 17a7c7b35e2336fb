import type { AnnouncedSample } from '../../../models/results/series.ts';
import { percent, whole } from '../../format/number.ts';

/** Differences below a second are not felt, and the poll interval hides them; seconds. */
const RESOLUTION = 1;

/** Whether people were told the truth about their wait, as one sentence without its full stop. */
export function announcedFinding({ people, within, tolerance, points }: AnnouncedSample): string {
  if (people === 0 || within === null) return 'Nobody was told a waiting time';
  const outside = points.filter((point) => Math.abs(point.announced - point.real) > Math.max(tolerance * point.real, RESOLUTION));
  const longer = outside.filter((point) => point.real > point.announced).length;
  const direction = longer > outside.length / 2 ? 'longer than announced' : 'less than announced';
  const bias = outside.length > 0 ? `; the others mostly waited ${direction}` : '';
  return `${percent(within)} of ${whole(people)} people waited as long as announced, give or take ${percent(tolerance)}${bias}`;
}
