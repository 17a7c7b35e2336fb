import http, { type Params } from 'k6/http';
import type { StepName } from '../../models/workload/surge/step.ts';
import { type Ending, endingOfAnswer, wasCut } from '../recording/ending.ts';
import { type Answer, jsonObject } from '../users/answer.ts';
import { bookAnswer, bookError, type Host, stepIndex } from '../users/host.ts';

/** A request to the service, and how its answer is read. */
export interface Ask<T> {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** What the answer means; null when it is not one the service should give. */
  expect(answer: Answer): T | null;
}

export type Attempt<T> = { readonly value: T } | { readonly ending: Ending };

/** The intended start of what a user does next, milliseconds since second 0. */
export interface UserClock {
  at: number;
}

/** Never resolves: the run is over, and a journey must not go on. */
const forEver = new Promise<never>(() => {});

/** One request of an active user, not tried again. Moves the user's clock to when it ended. */
export async function attempt<T>(host: Host, clock: UserClock, step: StepName, ask: Ask<T>, params: Params): Promise<Attempt<T>> {
  const [index, intended, sent] = [stepIndex(step), clock.at, host.now()];
  const body = ask.body === undefined ? null : JSON.stringify(ask.body);
  try {
    const response = await http.asyncRequest(ask.method ?? 'GET', host.settings.app + ask.path, body, params);
    if (host.over) return forEver;
    const answer = { status: response.status, body: jsonObject(response.body) };
    const value = ask.expect(answer);
    const attempted = value === null ? { ending: endingOfAnswer(answer.status, answer.body.error) } : { value };
    clock.at = bookAnswer(host, index, intended, sent, response, 'ending' in attempted ? attempted.ending : null);
    return attempted;
  } catch (error) {
    // k6 rejects with values of its own; an Error is a mistake in the journey.
    if (error instanceof Error) throw error;
    if (wasCut(error)) host.stop();
    if (host.over) return forEver;
    const { ending, ended } = bookError(host, index, intended, sent, error);
    clock.at = ended;
    return { ending };
  }
}
