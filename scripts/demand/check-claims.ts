import { dayNumber } from '../../models/demand/calendar/day-number.ts';
import { type CheckedClaim, hitRates } from '../../models/demand/ledger/hit-rates.ts';
import { type DemandSeries, dailyOf } from '../../models/demand/series/demand-series.ts';
import type { Console } from '../terminal/console.ts';
import { readable } from './answer.ts';
import type { Claim } from './ledger.ts';

/** Says which claims held, and what that means for the quantiles. */
export function checkClaims(claims: readonly Claim[], series: DemandSeries, console: Console): void {
  const judged = claims.map((claim) => ({ claim, actual: highestIn(series, claim) }));
  const known = judged.flatMap(({ claim, actual }) =>
    actual === null ? [] : [{ quantiles: claim.quantiles, actual } satisfies CheckedClaim],
  );
  for (const { claim, actual } of judged) {
    const { from, to } = claim.window;
    const said = `${claim.series} ${from} to ${to}: P50 ${readable(claim.quantiles.p50)}, P90 ${readable(claim.quantiles.p90)}`;
    const verdict =
      actual === null
        ? 'not over yet, or not in the file'
        : `was ${readable(actual)}, ${actual <= claim.quantiles.p90 ? 'within' : 'above'} P90`;
    console.out(`${said}; ${verdict}`);
  }
  const rates = hitRates(known);
  for (const { level, hits, claims: all, interval, judgement } of rates) {
    const advice = { low: 'widen upwards', high: 'could be narrower', fine: 'nothing speaks against it' }[judgement];
    const range = `${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)} %`;
    console.out(`P${Math.round(level * 100)}: ${hits} of ${all} (${range} at 95 %): ${advice}`);
  }
  if (known.length === 0) console.out('No window of these claims is over in this file.');
  console.document({
    schema: 'surgeproof/prediction-check',
    version: 1,
    claims: judged.map(({ claim, actual }) => ({ ...claim, actual })),
    rates,
  });
}

/** The highest value of the window of a claim; null when the file does not reach to its end. */
function highestIn(series: DemandSeries, { window, daily }: Claim): number | null {
  const hours = window.from.includes('T');
  if (hours && series.step === 'day') return null;
  const used = hours ? series : dailyOf(series, daily);
  const index = (time: string): number =>
    dayNumber(time.slice(0, 10))! * (hours ? 24 : 1) + (hours ? Number(time.slice(11, 13)) : 0) - used.first;
  const values = used.values.slice(Math.max(0, index(window.from)), index(window.to) + 1);
  if (index(window.from) < 0 || index(window.to) >= used.values.length || values.some((value) => !Number.isFinite(value))) return null;
  return Math.max(...values);
}
