import type { AnnouncedSample } from '../../../models/results/series.ts';
import { plural } from '../../../models/words/count.ts';
import { sayShare } from '../../../models/words/share.ts';

/** Whether announced waiting times came true, as one sentence without its full stop. */
export function announcedFinding({ points, people, within, tolerance }: AnnouncedSample): string {
  if (people === 0 || within === null) return 'No waiting time was announced';
  const outside = points.filter((point) => Math.abs(point.announced - point.real) > Math.max(tolerance * point.real, 1));
  const longer = outside.filter((point) => point.real > point.announced).length;
  const direction = longer > outside.length / 2 ? 'longer than announced' : 'less than announced';
  const bias = outside.length > 0 ? `; most of the others waited ${direction}` : '';
  return `The announced wait was right within ${sayShare(tolerance)} for ${sayShare(within)} of ${plural(people, 'person', 'people')}${bias}`;
}
