import { at } from '../../workload/checks/problem.ts';
import type { Assumption, Demand } from '../../workload/surge/surge.ts';
import { sayDuration, sayShare } from '../units/say-units.ts';
import type { ReadProfile } from './profile/profile.ts';
import { sayRetry } from './profile/retry.ts';
import type { ReadSurge, TargetKind } from './read-surge.ts';
import type { ResolvedDefaults } from './resolved-config.ts';

export interface AssumptionInput {
  readonly chosen: ReadProfile;
  readonly defaults: ResolvedDefaults;
  readonly target: TargetKind;
  readonly demand: Demand | null;
  readonly says: ReadSurge['says'];
}

/** What nobody gave and matters for the result, besides budgets; and what was given in vain. */
export function assumptions({ chosen, defaults, target, demand, says }: AssumptionInput): Assumption[] {
  const { profile, given } = chosen;
  const path = at('profiles', chosen.name);
  const assumed: Assumption[] = [];
  const unless = (known: boolean, where: string, value: string): void => {
    if (!known) assumed.push({ path: where, value });
  };
  const has = (field: string): boolean => given.includes(field) || defaults.given.includes(field);
  unless(given.includes('drain'), at(path, 'drain'), sayDuration(profile.drainSeconds * 1_000));
  unless(has('timeout'), at(path, 'timeout'), sayDuration(profile.clientTimeout));
  unless(has('retry'), at(path, 'retry'), sayRetry(profile.retry));
  unless(!target.hasWaitingRoom || has('patience'), at(path, 'patience'), `half give up after ${sayDuration(profile.impatienceMedian)}`);
  const tapping = profile.doubleTaps ?? 0;
  unless(given.includes('doubleTaps'), at(path, 'doubleTaps'), `${sayShare(tapping)} of the people, where a request has a key`);
  const limited = says.queue || defaults.given.some((name) => name.startsWith('queue.'));
  unless(!target.hasWaitingRoom || limited, 'queue', 'limits of surgeproof on order, lost places and announced waiting times');
  unless(demand === null || says.perPerson, at('demand', 'perPerson'), String(Number((demand?.perPerson ?? 1).toPrecision(6))));
  unless(target.hasWaitingRoom || !says.lanes, 'lanes', 'ignored, as the target has no waiting room');
  unless(target.hasWaitingRoom || !says.queue, 'queue', 'ignored, as the target has no waiting room');
  unless(target.hasWaitingRoom || !says.waitingRoom, 'waitingRoom', 'ignored, as the target has no waiting room');
  unless(target.isService || !given.includes('service'), at(path, 'service'), 'ignored, as surgeproof does not start the target');
  return assumed;
}
