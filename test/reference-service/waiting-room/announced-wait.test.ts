import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedWaitIsHonest, hardSurge, honestShare, launch, playMisfit } from '../support/honest-waits.ts';
import { type PlayedSurge, playSurge } from '../support/play-surge.ts';

fc.configureGlobal({ seed: 1 });

const LANES = [
  { name: 'register', cost: 5 },
  { name: 'payment', cost: 1 },
];
describe('the announced wait', () => {
  it('is right within 30 % for 9 of 10 people of a launch like the one of the lab profile, whatever the shares', () => {
    const surge: PlayedSurge = {
      lanes: LANES,
      tokensPerSecond: 91.2,
      mix: [0.7, 0.3],
      rateAt: launch(200, 20.5, 1.5),
      seconds: 60,
      seed: 1,
    };
    const shares = [undefined, [3.5, 0.3], [1, 1]] as const;
    for (const share of shares) {
      const lanes = LANES.map((lane, i) => ({ ...lane, share: share?.[i] }));
      expect(honestShare(playSurge({ ...surge, lanes }), 5_000)).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('is right within 30 % for 9 of 10 people in overload, over mixes, costs, rates and lengths, when the shares fit the mix within a tenth', () => {
    fc.assert(announcedWaitIsHonest, { numRuns: 20, examples: [[hardSurge(1.1)]] });
  });

  it('is not promised when the shares miss the mix by three tenths', () => {
    expect(honestShare(playMisfit(hardSurge(1.3)))).toBeLessThan(0.9);
  });

  it('learns how many people ahead give up', () => {
    const surge: PlayedSurge = {
      lanes: LANES,
      tokensPerSecond: 60,
      mix: [0.7, 0.3],
      rateAt: () => 60,
      seconds: 90,
      patience: 600,
      seed: 2,
    };
    expect(honestShare(playSurge(surge))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the polls of a surge', () => {
  it('stay at or below a third of the people in line, over any ten seconds but the last of a line', () => {
    const { inLine, polls } = playSurge({
      lanes: LANES,
      tokensPerSecond: 91.2,
      mix: [0.7, 0.3],
      rateAt: launch(200, 20, 1.5),
      seconds: 60,
      seed: 3,
    });
    const sum = (numbers: readonly number[], from: number): number => numbers.slice(from, from + 10).reduce((total, n) => total + n, 0);
    const last = polls.length - 20;
    for (let from = 0; from < last; from += 1) expect(sum(polls, from)).toBeLessThanOrEqual(sum(inLine, from) / 3 + 10);
  });
});
