import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestStretch } from '../../../../models/measurement/stretches/longest-stretch.ts';
import type { StartCounts } from '../../../../models/measurement/stretches/start-counts.ts';

/** A run in which each second has so many requests, of which so many are beyond the limit. */
const run = (seconds: number, at: (second: number) => readonly [requests: number, beyond: number]): StartCounts => {
  const all = Array.from({ length: seconds }, (_, second) => at(second));
  return { requests: Float64Array.from(all, ([n]) => n), beyond: Float64Array.from(all, ([, k]) => k) };
};
/** All of `n` requests a second are beyond from one second to before another, and none elsewhere. */
const collapse = (n: number, from: number, to: number, seconds = 1_800): StartCounts =>
  run(seconds, (second) => [n, second >= from && second < to ? n : 0]);

describe('the longest stretch', () => {
  it('is as long as the collapse, and begins with it', () => {
    expect(longestStretch(collapse(20, 900, 930), 0.05)).toEqual({ from: 900, seconds: 30, requests: 600, beyond: 600 });
    expect(longestStretch(collapse(1_000, 7, 13), 0.05)).toEqual({ from: 7, seconds: 6, requests: 6_000, beyond: 6_000 });
    expect(longestStretch(collapse(20, 1_790, 1_800), 0.05)?.seconds).toBe(10);
  });

  it('is as long as the collapse where requests are few', () => {
    // Two a second: bins of ten seconds, of which the collapse fills one and parts of two. It still ends with its own last request.
    expect(longestStretch(collapse(2, 905, 925), 0.05)).toMatchObject({ from: 905, seconds: 20 });
    // One every three seconds.
    expect(
      longestStretch(
        run(1_800, (s) => [s % 3 === 0 ? 1 : 0, s % 3 === 0 && s >= 900 && s < 960 ? 1 : 0]),
        0.05,
      ),
    ).toMatchObject({
      from: 900,
      seconds: 58,
    });
  });

  it('counts the seconds at its ends by the share of their requests that is beyond', () => {
    // 9.5 s that begin in the middle of a second: half of second 10, nine whole seconds.
    expect(
      longestStretch(
        run(60, (s) => [20, s === 10 ? 10 : s > 10 && s < 20 ? 20 : 0]),
        0.05,
      )?.seconds,
    ).toBe(9.5);
    expect(
      longestStretch(
        run(60, (s) => [100, s === 10 ? 50 : 0]),
        0.05,
      )?.seconds,
    ).toBe(0.5);
  });

  it('is none where all is well, where chance explains it, and where a rare step has a slow request', () => {
    const none = { from: 0, seconds: 0, requests: 0, beyond: 0 };
    expect(longestStretch(collapse(20, 0, 0), 0.05)).toEqual(none);
    // Every second has 6 %: for 5 % that is 1,800 of 30,000 in place of 1,500 … and over a minute 72 of 1,200 in place of 60, which chance explains.
    expect(
      longestStretch(
        run(60, () => [20, 1.2]),
        0.05,
      ),
    ).toEqual(none);
    expect(
      longestStretch(
        run(1_800, (s) => [s % 60 === 0 ? 1 : 0, s === 900 ? 1 : 0]),
        0.05,
      ),
    ).toEqual(none);
    expect(
      longestStretch(
        run(1_800, (s) => [s % 60 === 0 ? 1 : 0, s === 900 || s === 960 ? 1 : 0]),
        0.05,
      ),
    ).toEqual(none);
  });

  it('is unknown with fewer than twenty requests', () => {
    expect(
      longestStretch(
        run(60, (s) => [s < 19 ? 1 : 0, 1]),
        0.05,
      ),
    ).toBeNull();
    expect(
      longestStretch(
        run(60, () => [0, 0]),
        0.05,
      ),
    ).toBeNull();
  });

  it('does not reach over a time in which nobody asked', () => {
    const pause = (silence: number): StartCounts => run(100, (s) => [s >= 40 && s < 40 + silence ? 0 : 20, s >= 30 && s < 60 ? 20 : 0]);
    expect(longestStretch(pause(15), 0.05)).toMatchObject({ from: 30, seconds: 10 });
    expect(longestStretch(pause(5), 0.05)).toMatchObject({ from: 30, seconds: 30 });
  });

  it('is found beside a long stretch that proves nothing', () => {
    // 6 % for 300 s at 20 a second, in the middle of it everything for 12 s.
    const found = longestStretch(
      run(1_800, (s) => [20, s >= 700 && s < 712 ? 20 : s >= 600 && s < 900 ? 1.2 : 0]),
      0.05,
    )!;
    expect(found.seconds).toBeGreaterThanOrEqual(12);
    expect(found.from).toBeLessThanOrEqual(700);
  });

  it('never gets shorter when more requests are beyond', () => {
    const second = fc.record({ n: fc.integer({ min: 0, max: 40 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(second, { minLength: 30, maxLength: 120 }), fc.double({ min: 1, max: 4, noNaN: true }), (list, worse) => {
        const at = (factor: number): StartCounts =>
          run(list.length, (s) => [list[s]!.n, Math.min(list[s]!.n, Math.floor(list[s]!.n * list[s]!.share ** 3 * factor))]);
        const [mild, bad] = [longestStretch(at(1), 0.05), longestStretch(at(worse), 0.05)];
        expect(bad?.seconds ?? 0).toBeGreaterThanOrEqual((mild?.seconds ?? 0) - 1e-9);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
