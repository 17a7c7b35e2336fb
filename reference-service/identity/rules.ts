import type { BlockReason } from '../../models/people/identification.ts';
import type { Quantity } from '../../models/workload/surge/quantity.ts';
import type { RuleSpeed } from '../../models/workload/surge/surge.ts';

const quantity = (value: number, unit: string, source: string, kind: Quantity['kind'] = 'stated'): Quantity => ({
  value,
  unit,
  source,
  kind,
});

/** Rules as in life. */
const RULES = {
  codeGoodFor: quantity(180, 's', 'several services use three minutes'),
  resendAfter: quantity(60, 's', 'recommended setting of a site builder'),
  sendsADay: quantity(5, 'messages a person', 'recommended setting of a site builder'),
  failures: quantity(5, 'failures until a block', 'operators block after five'),
  lateRelease: quantity(60, 's', 'how late a block may end', 'assumed'),
  success: quantity(600, 's', 'within which a person must be through', 'assumed'),
  caseTime: quantity(360, 's', 'an agent works on a case', 'assumed'),
  agents: quantity(20, 'agents', 'at the desk', 'assumed'),
} as const;

/** Hours until a block ends by itself; null: only by the desk. */
const BLOCK_HOURS: Readonly<Record<BlockReason, number | null>> = { mismatch: 24, 'sms-code': 6, abnormal: 48, theft: null, other: null };

export const DESK_HOURS = { opens: 9, closes: 18 } as const;

const SECOND = 1_000;
const HOUR = 3_600_000;

/** Rules as they run, in milliseconds of this run. */
export interface Clocks {
  readonly codeGoodFor: number;
  readonly resendAfter: number;
  readonly lateRelease: number;
  readonly success: number;
  readonly caseTime: number;
  /** Window in which `sendsADay` counts. */
  readonly day: number;
  readonly hour: number;
  readonly blocks: Readonly<Record<BlockReason, number | null>>;
}

export const COUNTS = { sendsADay: RULES.sendsADay.value, failures: RULES.failures.value, agents: RULES.agents.value } as const;

/** The clocks of all rules at this speed. The desk works by the hour, so its cases run with the rules of hours. */
export function clocksOf({ minutes, hours }: RuleSpeed): Clocks {
  const short = ({ value }: Quantity): number => (SECOND * value) / minutes;
  const hour = HOUR / hours;
  const blocks = Object.entries(BLOCK_HOURS).map(([reason, long]) => [reason, long === null ? null : long * hour]);
  return {
    codeGoodFor: short(RULES.codeGoodFor),
    resendAfter: short(RULES.resendAfter),
    lateRelease: short(RULES.lateRelease),
    success: short(RULES.success),
    caseTime: (SECOND * RULES.caseTime.value) / hours,
    day: 24 * hour,
    hour,
    blocks: Object.fromEntries(blocks) as Clocks['blocks'],
  };
}
