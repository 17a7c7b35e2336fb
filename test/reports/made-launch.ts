import { launchDocument } from '../../models/demand/launch/launch-document.ts';
import type { LaunchEvent } from '../../models/demand/launch/launch-event.ts';
import { launchPictures } from '../../models/demand/launch/launch-picture.ts';
import type { LaunchReport } from '../../models/results/forecast/forecast-report.ts';

/** What a page gets of announced events; the model is not faked, so that the page is tested with what it will get. */
export function madeLaunches(events: readonly LaunchEvent[]): LaunchReport {
  const document = launchDocument(events);
  return { document, launches: launchPictures(events, document.launches ?? []) };
}
