import type { Surge } from '../models/workload/surge/surge.ts';
import type { Journeys } from './journeys/journey-life.ts';
import { openHost } from './open-host.ts';
import { k6Metrics } from './recording/k6-metrics.ts';
import { runHost } from './run-host.ts';
import { settings } from './settings/env.ts';
import { peopleFrom } from './users/people.ts';

/** The function a VU runs: it hosts its share of the users of a surge. To be made while k6 loads the scenario. */
export function hostUsers(surge: Surge, journeys: Journeys): () => Promise<void> {
  const people = peopleFrom(settings.people);
  const listener = settings.managed ? null : k6Metrics();
  return () => runHost(openHost({ surge, settings, people, listener }), journeys);
}
