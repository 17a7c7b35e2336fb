import type { Bench, BenchContext } from '../../harness/bench-context.ts';
import type { BenchRow } from '../../harness/bench-row.ts';
import { groupsOf, type JudgedSystem, judgedSystems, type SystemsTally, tallyOf } from './judged-systems.ts';
import { sayJudged } from './say-judged.ts';

const SYSTEMS = 60;
const TRUTH = { least: 200_000, most: 6_400_000 };

/** Deterministic, so that it runs once whatever the number of runs. */
async function run({ tell }: BenchContext): Promise<BenchRow[]> {
  const judged = judgedSystems(SYSTEMS, TRUTH, (one) => tell(sayJudged(one)));
  for (const [name, part] of groupsOf(judged)) tell(`${name}: ${JSON.stringify(tallyOf(part))}`);
  return rowsOf(tallyOf(judged), judged);
}

function rowsOf(tally: SystemsTally, judged: readonly JudgedSystem[]): BenchRow[] {
  const { systems, right, oneMore, tooFew, tooFewProven, proven, refused, excess, covered, intervals, limits, named, wronglyNamed } = tally;
  const unsure = judged.filter(({ truth }) => !truth.sure).length;
  const row = (what: string, goal: string, measured: string, pass: boolean, ratio = ''): BenchRow => ({
    what: `${systems} random systems, measured as a team would: ${what}`,
    goal,
    measured,
    pass,
    ...(ratio === '' ? {} : { ratio }),
  });
  const ofProven = `${tooFewProven} of the ${proven} that their ladder is evidence for, ${tooFew - tooFewProven} of those that say they go beyond it`;
  const beside = `right in ${right}, one more in ${oneMore}, refused though there is a number in ${refused}; the truth is within the noise of its simulation in ${unsure}`;
  return [
    row('number right or one more', '≥ 90 %', percent((right + oneMore) / systems), right + oneMore >= 0.9 * systems, beside),
    row('number too small', '≤ 5 %', percent(tooFew / systems), tooFew <= 0.05 * systems, ofProven),
    row('mean excess over the truth', '≤ 5 %', percent(excess), excess <= 0.05),
    row(
      '90 % intervals that hold the truth',
      '84–96 %',
      percent(covered / intervals),
      covered >= 0.84 * intervals && covered <= 0.96 * intervals,
    ),
    row(
      'shared limits named',
      '≥ 90 %, never where there is none',
      `${named} of ${limits}, ${wronglyNamed} where there is none`,
      named >= 0.9 * limits && wronglyNamed === 0,
    ),
  ];
}

const percent = (share: number) => `${Number((100 * share).toFixed(1))} %`;

export const sizingSystems: Bench = {
  name: 'sizing-systems',
  title: 'plans of random systems, held against their simulated truth',
  minutes: 6,
  run,
};
