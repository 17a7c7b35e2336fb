import type { GivenBack } from '../../../engine/waiting-room/native-module.ts';
import type { FakeAnswer, FakeRequest } from '../../fakes/k6/http.ts';
import { virtualRun } from '../virtual-run.ts';

export type Options = NonNullable<Parameters<typeof virtualRun>[0]>;
/** A run whose people in line are in the hands of the poller in Go. */
export const run = (options: Options = {}) => virtualRun({ ...options, run: { ...options.run, line: 'native' } });

export const json = (body: object, more: object = {}): FakeAnswer => ({ status: 200, body, duration: 0, ...more });

/** A waiting room in which everybody waits, unless `poll` says something else. */
export function room(poll: (key: string, request: FakeRequest) => FakeAnswer = () => WAIT): (request: FakeRequest) => FakeAnswer {
  let ticket = 0;
  return (request) => {
    if (request.path.endsWith('/join')) return json({ ticket: ++ticket, key: `k${ticket}`, state: 'waiting', waitMs: 0, pollMs: 1_000 });
    return request.path.includes('/poll') ? poll(request.path.split('key=')[1]!, request) : { status: 204, duration: 0 };
  };
}

export const WAIT = json({ state: 'waiting', pollMs: 1_000 });
export const IN = json({ state: 'admitted', pass: 'p', expiresAt: 9e12 });

/** Somebody whom the poller gives back, as it would; each test changes what it is about. */
export const given = (row: number, over: Partial<Record<number, unknown>> = {}): GivenBack =>
  Object.assign([row, 0, 1_500, 1_500, 500, 200, 0, 1, 0, 0, '{"state":"admitted","pass":"p"}', null], over) as unknown as GivenBack;
