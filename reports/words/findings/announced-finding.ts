import type { AnnouncedSample } from '../../../models/results/series.ts';
import { percent, whole } from '../../format/number.ts';

/** Whether people were told the truth about their wait, as one sentence without its full stop. */
export function announcedFinding({ people, within, tolerance, points }: AnnouncedSample): string {
  if (people === 0 || within === null) return 'Nobody was told a waiting time';
  const ratios = points
    .filter((point) => point.announced > 0)
    .map((point) => point.real / point.announced)
    .sort((a, b) => a - b);
  const middle = ratios[Math.floor((ratios.length - 1) / 2)] ?? 1;
  const bias =
    middle > 1 + tolerance
      ? '; the others mostly waited longer than announced'
      : middle < 1 - tolerance
        ? '; the others mostly waited less'
        : '';
  return `${percent(within)} of ${whole(people)} people waited as long as announced, give or take ${percent(tolerance)}${bias}`;
}
