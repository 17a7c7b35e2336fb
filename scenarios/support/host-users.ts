import type { Surge } from '../../models/workload/surge.ts';
import { settings } from './env.ts';
import type { Journeys } from './journey-life.ts';
import { k6Metrics } from './k6-metrics.ts';
import { openHost } from './open-host.ts';
import { peopleFrom } from './people.ts';
import { runHost } from './run-host.ts';

/** The function a VU runs: it hosts its share of the users of a surge. To be made while k6 loads the scenario. */
export function hostUsers(surge: Surge, journeys: Journeys): () => Promise<void> {
  const people = peopleFrom(settings.people);
  const listener = settings.managed ? null : k6Metrics();
  return () => runHost(openHost({ surge, settings, people, listener }), journeys);
}
