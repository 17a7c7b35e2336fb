import { middleOf } from '../../numeric/middle-of.ts';
import { Refusal } from '../../refusal.ts';
import type { CapacityStep } from '../../results/plan/capacity.ts';
import type { CountedStep } from '../steps/counted-step.ts';
import { digits, disagree, type NumberPair, unitBehind } from './number-pair.ts';

/** Steps by name that contradict themselves, each with its sentence. */
export type Contradicted = ReadonlyMap<CapacityStep, string>;

type Check = (counted: CountedStep) => { readonly ratio: number; readonly tolerance: number; readonly sentence: string } | null;

/** Beyond this two numbers of a step contradict each other, besides what chance explains. */
const TOLERANCE = 0.15;
/** Standard errors of a count. */
const ERRORS = 3;
/** A gauge is read now and then: that often in a block, at least, and its error in standard deviations. */
const GAUGE_ERRORS = 2;
const MOST_GAUGE_ERROR = 0.5;

/**
 * Numbers of each step held against one another: rates against what the blocks count, answers against arrivals, and Little's law N = XR.
 *
 * A step that contradicts itself while most do not is returned with both numbers, to be left out. Where most contradict themselves nobody knows which
 * number is wrong: refused (`no-answer`) with the numbers of the first, and the unit that explains the factor.
 * Source: Little 1961.
 */
export function contradictionsIn(steps: readonly CountedStep[]): Contradicted {
  refuseOtherUnitOfArrivals(steps);
  const found = new Map<CapacityStep, string>();
  for (const check of [cellsAgainstAnswers, rateAgainstBlocks, answersAgainstArrivals, littlesLaw]) {
    const judged = steps.flatMap((one) => {
      const pair = found.has(one.step) ? null : check(one);
      return pair === null ? [] : [{ ...pair, name: one.step.name, step: one.step }];
    });
    const off = judged.filter(({ ratio, tolerance }) => disagree(ratio, tolerance));
    const middle = judged.length < 3 ? 1 : middleOf(judged.map(({ ratio }) => ratio));
    if (off.length > judged.length / 2 || disagree(middle, TOLERANCE * 1.5)) throw contradiction(off.length > 0 ? off : judged);
    for (const { step, sentence } of off) found.set(step, `contradicts itself: ${sentence}`);
  }
  return found;
}

function contradiction(pairs: readonly NumberPair[]): Refusal {
  const unit = unitBehind(middleOf(pairs.map(({ ratio }) => ratio)));
  const [first] = pairs;
  const more = pairs.length === 1 ? '' : `, and ${pairs.length - 1} more ${pairs.length === 2 ? 'step' : 'steps'} like it`;
  const remedy = unit === null ? 'correct the one that is wrong' : `${unit}; correct the one that is wrong`;
  return new Refusal('no-answer', `steps: must not contradict themselves, got ${first!.name}: ${first!.sentence}${more}; ${remedy}`);
}

const cellsAgainstAnswers: Check = ({ answered, inCells, seconds }) =>
  seconds === 0 || answered + inCells === 0
    ? null
    : {
        ratio: (inCells + 1) / (answered + 1),
        tolerance: 0.01,
        sentence: `its blocks say ${digits(answered)} answers, their cells hold ${digits(inCells)}`,
      };

const rateAgainstBlocks: Check = ({ step, rate, answered, failed, seconds }) => {
  if (answered === 0) return null;
  const [said, chance] = [step.achievedRate, ERRORS / Math.sqrt(answered)];
  const all = (answered + failed) / seconds;
  // Who counts failures as answers is understood: the blocks know better, and count.
  const counted = Math.abs(Math.log(said / all)) < Math.abs(Math.log(said / rate)) ? all : rate;
  return {
    ratio: Math.max(said, 1e-9) / counted,
    tolerance: TOLERANCE + chance,
    sentence: `achievedRate is ${digits(said)}/s, its blocks count ${digits(counted)}/s (${digits(answered)} in ${digits(seconds)} s)`,
  };
};

const answersAgainstArrivals: Check = ({ step, rate, answered }) => {
  const ratio = Math.max(1, rate / step.offeredRate);
  const sentence = `${digits(rate)}/s were answered, only ${digits(step.offeredRate)}/s arrived`;
  return answered === 0 ? null : { ratio, tolerance: TOLERANCE / 2 + ERRORS / Math.sqrt(answered), sentence };
};

/** Not for steps that cannot keep up, whose line grows: there what is in progress has not been answered yet. */
const littlesLaw: Check = ({ step, concurrency, rate, mean, seconds, failed, answered }) => {
  if (concurrency === null || answered === 0 || rate < 0.9 * step.offeredRate || failed > 0.01 * answered) return null;
  const inside = rate * mean;
  const luck = ERRORS * Math.sqrt((2 * mean) / (Math.max(inside, concurrency) * seconds));
  const gauge = Math.min(MOST_GAUGE_ERROR, GAUGE_ERRORS / Math.sqrt(Math.max(inside, concurrency) * step.blocks.length));
  return {
    ratio: Math.max(concurrency, 1e-12) / inside,
    tolerance: TOLERANCE + Math.max(Math.min(luck, MOST_GAUGE_ERROR), gauge),
    sentence: `concurrency is ${digits(concurrency)}, but ${digits(rate)}/s × ${digits(1000 * mean)} ms is ${digits(inside)} (Little's law)`,
  };
};

/** Arrivals in another unit than answers look like steps that cannot keep up, by the same factor. */
function refuseOtherUnitOfArrivals(steps: readonly CountedStep[]): void {
  const known = steps.filter(({ rate, failed }) => rate > 0 && failed === 0);
  if (known.length < 3) return;
  const ratios = known.map(({ step, rate }) => step.offeredRate / rate);
  const middle = middleOf(ratios);
  const alike = ratios.filter((ratio) => !disagree(ratio / middle, TOLERANCE)).length;
  if (unitBehind(middle) === null || alike <= ratios.length / 2) return;
  const { step, rate } = known[0]!;
  throw contradiction(
    known.map((one, i) => ({
      name: one.step.name,
      ratio: ratios[i]!,
      sentence: `offeredRate is ${digits(step.offeredRate)}/s, answered were ${digits(rate)}/s, and so by the same factor in most steps`,
    })),
  );
}
