import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ask } from '../../../../models/definition/user.ts';
import { type FakeAnswer, type FakeRequest, serve } from '../../../fakes/k6/http.ts';
import { room } from '../../room.ts';
import { countOf, errorsOf, everybody, type Log, type Run, STARTED_AT, virtualRun } from '../../virtual-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const read: NonNullable<Ask<unknown>['read']> = (answer) => answer.text('receipt');

/** Ten people pay, one request a second; the share of `doubleTaps` of them twice. `answer`: to the n-th request of its key, from 0. */
async function paying(answer: (n: number, request: FakeRequest) => FakeAnswer, share: number, ask: Ask<unknown> = { read }) {
  const asked: { key: string; at: number }[] = [];
  serve((request) => {
    if (request.path !== '/pay') return room(request);
    const key = request.params.headers?.['idempotency-key'] ?? '';
    const n = asked.filter((before) => before.key === key).length;
    asked.push({ key, at: Math.round(request.at - STARTED_AT) });
    return answer(n, request);
  });
  const run: Run = async (user) => void (await user.post('pay', '/pay', { key: user.newKey(), ...ask }));
  const log = await virtualRun({ journeys: everybody(run), profile: { doubleTaps: share } });
  return { log, asked };
}

const receipt = (text: string, status = 200): FakeAnswer => ({ status, body: { receipt: text }, duration: 100 });
/** Compared, and different ones. */
const taps = ({ seconds }: Log): [number, number] => {
  const all = seconds.flatMap(({ doubleTaps = [] }) => doubleTaps);
  return [all.reduce((sum, [, compared]) => sum + compared, 0), all.reduce((sum, [, , different]) => sum + different, 0)];
};
const byKey = (asked: readonly { key: string; at: number }[]) =>
  [...new Set(asked.map(({ key }) => key))].map((key) => asked.filter((one) => one.key === key));

describe('a double tap', () => {
  it('is made by an exact share of the people: every other one before the answer, the others after it', async () => {
    const { log, asked } = await paying((_, { params }) => receipt(String(params.headers?.['idempotency-key'])), 0.4);
    const twice = byKey(asked).filter(({ length }) => length === 2);
    expect([asked.length, twice.length]).toEqual([14, 4]);
    expect(twice.map(([first, second]) => second!.at - first!.at).sort((a, b) => a - b)).toEqual([0, 0, 100, 100]);
    expect(taps(log)).toEqual([4, 0]);
    // The second one is load as well: it counts as an attempt.
    expect(countOf(log, 'pay')).toBe(14);
    expect(log.end?.users).toMatchObject({ finished: 10, active: 0 });
  });

  it('is found out when the second answer is another one, or a refusal', async () => {
    const { log } = await paying((n) => receipt(`R-${n}`), 1);
    expect(taps(log)).toEqual([10, 10]);
    const refused = await paying((n) => (n === 0 ? receipt('R') : receipt('', 422)), 1);
    expect(taps(refused.log)).toEqual([10, 10]);
    expect(refused.log.end?.users).toMatchObject({ finished: 10 });
  });

  it('is no difference when the service says that the first is still under way, which is true only before its answer', async () => {
    const { log } = await paying((n) => (n === 0 ? receipt('R') : receipt('', 409)), 1);
    // Of ten people five tap before the answer, and five after it.
    expect([taps(log), errorsOf(log)]).toEqual([[5, 5], [['pay', 'HTTP 409', 'unclear', 5]]]);
  });

  it('is no difference when the service breaks, which is counted by itself, or limits the rate', async () => {
    const broken = await paying((n) => (n === 0 ? receipt('R') : receipt('', 503)), 1);
    expect([taps(broken.log), errorsOf(broken.log)]).toEqual([[0, 0], [['pay', 'HTTP 503', 'system', 10]]]);
    expect(broken.log.seconds.flatMap(({ doubleTaps = [] }) => doubleTaps).map(([, , , times]) => times)).toEqual(new Array(10).fill(1));
    const limited = await paying((n) => (n === 0 ? receipt('R') : receipt('', 429)), 1);
    expect(taps(limited.log)).toEqual([0, 0]);
  });

  it('compares with the answer that came in the end, also when the first try failed', async () => {
    // Those who tap before the answer have the second request answered between the two tries.
    const { log } = await paying((n) => (n === 0 ? receipt('', 503) : receipt('R')), 1);
    expect(taps(log)).toEqual([10, 0]);
    const never = await paying((n) => (n === 0 ? receipt('R') : 'never'), 1);
    expect(taps(never.log)).toEqual([0, 0]);
  });

  it('compares the status where the journey reads nothing', async () => {
    const same = await paying((n) => receipt(`R-${n}`), 1, {});
    expect(taps(same.log)).toEqual([10, 0]);
    const other = await paying((n) => receipt('R', n === 0 ? 201 : 200), 1, {});
    expect(taps(other.log)).toEqual([10, 10]);
    const cyclic: NonNullable<Ask<unknown>['read']> = () => {
      const loop: { self?: unknown } = {};
      loop.self = loop;
      return loop;
    };
    expect(taps((await paying(() => receipt('R'), 1, { read: cyclic })).log)).toEqual([10, 0]);
  });

  it('is made by nobody where the share is zero, the request says so, or it has no key', async () => {
    for (const { asked } of [
      await paying(() => receipt('R'), 0),
      await paying(() => receipt('R'), 1, { read, tapTwice: false }),
      await paying(() => receipt('R'), 1, { read, key: undefined as never, safeToRepeat: true }),
    ])
      expect(asked).toHaveLength(10);
  });

  it('moves no draw of anybody, nor their clock', async () => {
    const drawn = async (share: number) => {
      const seen: string[] = [];
      serve((request) => (request.path === '/pay' ? receipt('R') : room(request)));
      const run: Run = async (user) => {
        await user.post('pay', '/pay', { key: user.newKey(), read });
        await user.think('1 s', '2 s');
        seen.push(`${user.number} ${user.random()} ${Date.now() - STARTED_AT}`);
      };
      await virtualRun({ journeys: everybody(run), profile: { doubleTaps: share, thinkScale: 1 } });
      return seen;
    };
    expect(await drawn(1)).toEqual(await drawn(0));
  });
});
