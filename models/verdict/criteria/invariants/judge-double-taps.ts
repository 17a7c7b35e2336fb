import type { DoubleTaps } from '../../../measurement/folded-run.ts';
import { countOf } from '../../../measurement/judged-samples.ts';
import type { CriterionResult } from '../../../results/verdict.ts';
import { chanceExponent } from '../../../statistics/chance-exponent.ts';
import { exactCriterion } from '../../decision/exact-criterion.ts';
import type { JudgeInput } from '../../judge-input.ts';

/** Chance that a service which breaks as seldom as at first answers so many second taps with an error; a single one proves nothing. */
const CHANCE = 1e-3;
const FEWEST_BROKEN = 2;

type Input = Pick<JudgeInput, 'folded' | 'configuration'>;

/**
 * People who tapped twice got the same answer twice, step by step: a single other one is a FAIL. So are server errors, when the step's other
 * attempts do not explain how many there were. Steps where nobody tapped twice have no criterion.
 */
export function judgeDoubleTaps(input: Input): CriterionResult[] {
  const titles = new Map(input.configuration.surge.steps.map(({ name, title }) => [name, title]));
  return input.folded.doubleTaps.map((taps) => {
    const { step, compared, different, broken } = taps;
    return exactCriterion({
      id: `doubleTaps.${step}`,
      kind: 'idempotency',
      subject: step,
      title: titles.get(step) ?? step,
      statistic: 'different second answers',
      value: different + (isBeyondChance(taps, input) ? broken : 0),
      operator: '==',
      limit: 0,
      unit: 'count',
      samples: compared + broken,
    });
  });
}

/** A key that breaks the service breaks it every time; a service that breaks anyhow breaks at second taps as well. */
function isBeyondChance({ step, compared, broken }: DoubleTaps, { folded }: Input): boolean {
  if (broken < FEWEST_BROKEN) return false;
  const all = folded.samples.filter((series) => series.step === step && series.clock === 1);
  const others = countOf(all) - compared - broken;
  const failed = countOf(all.filter(({ outcome }) => outcome !== 'ok')) - broken;
  // With no failure among n attempts the share may still be one in n.
  const share = Math.max(1, failed) / Math.max(2, others);
  return share < 1 && chanceExponent(compared + broken, broken, share) > -Math.log(CHANCE);
}
