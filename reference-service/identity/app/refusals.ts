import type { BlockReason } from '../../../models/people/identification.ts';
import { ServiceError } from '../../shared/service-error.ts';
import { COUNTS } from '../rules.ts';
import type { RouteContext } from './route-context.ts';

export const blocked = (): ServiceError => new ServiceError(403, 'blocked', '본인확인 차단: too many failures; see when the block ends.');

/** Milliseconds between reading a counter and writing it, where a service counts by itself. */
const SLOW_COUNTING = 20;

/** Counts as the bug does: reads, thinks, writes. */
async function racyStrike(person: number, kind: BlockReason, { books, clocks }: RouteContext): Promise<'counted' | 'blocked'> {
  if ((await books.blockOf(person)) !== null) return 'blocked';
  const { strikes, kinds } = await books.failures(person);
  await new Promise((resolve) => setTimeout(resolve, SLOW_COUNTING));
  await books.setFailures(person, strikes + 1, [...kinds, kind], COUNTS.failures, clocks.blocks);
  return 'counted';
}

/** Half of the time is up: the bug's idea of a block. */
const HALF = 0.5;
/** Hours after which the bug releases those of the desk. */
const MANUAL_HOURS = 6;

/** What a block lasts, mistakes included. */
function termsOf({ config, clocks }: RouteContext): RouteContext['clocks']['blocks'] {
  if (config.bug === 'manual-auto-released') return { ...clocks.blocks, theft: MANUAL_HOURS * clocks.hour };
  if (config.bug !== 'unblock-early') return clocks.blocks;
  const { mismatch, abnormal, 'sms-code': code, ...manual } = clocks.blocks;
  return { ...manual, mismatch: HALF * mismatch!, abnormal: HALF * abnormal!, 'sms-code': HALF * code! };
}

/** Counts a failure and gives the refusal: that of the failure, or that of a block that was in force. */
export async function struck(context: RouteContext, person: number, kind: BlockReason, refusal: ServiceError): Promise<ServiceError> {
  const { config, books } = context;
  const counted =
    config.bug === 'strike-race'
      ? await racyStrike(person, kind, context)
      : await books.strike(person, kind, COUNTS.failures, termsOf(context));
  return counted === 'blocked' ? blocked() : refusal;
}
