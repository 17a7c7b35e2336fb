import type { Verdict } from '../../models/results/verdict.ts';
import { fieldsOf } from '../../models/workload/checks/problem.ts';
import { shellWord } from '../../reports/format/shell-command.ts';
import { chosenProfile } from './plan/chosen-profile.ts';
import type { Plan } from './plan/plan.ts';

type Known = Pick<Plan, 'named' | 'options' | 'configuration' | 'target'> & { readonly surge: Pick<Plan['surge'], 'definition'> };

/** How much longer a run is repeated whose samples were too few: half the width of its intervals. */
const LONGER = 4;

/** The command that most people type next, by how the run ended; `toRepeat`: the same run is to be made again, since somebody or a mistake stopped it. */
export function nextCommand(verdict: Verdict, toRepeat: boolean, plan: Known): string {
  const { options, configuration, target } = plan;
  const again = commandOf(plan, options.profile, true);
  const larger = largerProfile(plan);
  const nodes = target.kind === 'service' ? (configuration.profile.service?.nodes ?? null) : null;
  if (toRepeat) return again;
  if (verdict === 'INVALID') return 'surgeproof doctor';
  if (verdict === 'INCONCLUSIVE') return larger === null ? longer(plan) : commandOf(plan, larger, false);
  if (verdict === 'FAIL') return nodes === null ? 'surgeproof report latest' : `${again} --nodes ${nodes + 1}`;
  if (larger !== null) return commandOf(plan, larger, false);
  return nodes !== null && nodes > 1 ? `${again} --nodes ${nodes - 1}` : `${again} --seed ${options.seed + 1}`;
}

/** The profile behind the one that ran, in the order of the file; null after the last one, and where flags made a profile of their own. */
function largerProfile({ surge, options }: Known): string | null {
  if (options.url !== null || options.rate !== null || options.seconds !== null) return null;
  const names = Object.keys(fieldsOf(surge.definition.profiles) ?? {});
  // Flags change the name of the configuration, not the one it is chosen by.
  const place = names.indexOf(chosenProfile(surge.definition, options.profile, []));
  return place < 0 ? null : (names[place + 1] ?? null);
}

/** The same run for longer, since its samples were too few; a forecast has a length of its own. */
function longer(plan: Known): string {
  const { options, configuration } = plan;
  if (options.forecast !== null) return `${commandOf(plan, options.profile, true)} --seed ${options.seed + 1}`;
  const seconds = Math.ceil(LONGER * configuration.profile.arrivalSeconds);
  return commandOf({ ...plan, options: { ...options, seconds } }, options.profile, true);
}

/** The run again, with another profile or the same. `same`: what was chosen for this profile goes on as well. */
function commandOf({ named, options }: Known, profile: string | null, same: boolean): string {
  const { url, rate, seconds, target, config, forecast, line } = options;
  const flags: readonly (readonly [string, string | null])[] = [
    ['url', url?.href ?? null],
    ['profile', url === null ? profile : null],
    ['target', target],
    ['config', config],
    ['line', line],
    ['rate', same && rate !== null ? `${rate}/s` : null],
    ['for', same && seconds !== null ? `${seconds}s` : null],
    ['forecast', forecast?.file ?? null],
    ['quantile', forecast?.quantile ?? null],
    ['event', forecast?.event ?? null],
    // A scale was chosen for one profile.
    ['scale', same && forecast?.scale ? String(forecast.scale) : null],
  ];
  const words = flags.flatMap(([name, value]) => (value === null ? [] : [`--${name} ${shellWord(value)}`]));
  return ['surgeproof rehearse', ...(url === null ? [shellWord(named)] : []), ...words].join(' ');
}
