import type { Verdict } from '../../models/results/verdict.ts';
import type { Plan } from './plan/plan.ts';

/** The command that most people type next, by how the run ended; one that somebody stopped is to be made again. */
export function nextCommand(
  verdict: Verdict,
  interrupted: boolean,
  { scenario, options, configuration }: Pick<Plan, 'scenario' | 'options' | 'configuration'>,
): string {
  const staged = forecastFlags(options.forecast);
  // A scale was chosen for one profile.
  const scale = options.forecast?.scale ?? null;
  const scaled = scale === null ? '' : ` --scale ${scale}`;
  const again = `surgeproof rehearse ${scenario} --profile ${options.profile}${staged}${scaled}`;
  const lab = `surgeproof rehearse ${scenario} --profile lab${staged}`;
  const nodes = options.nodes ?? configuration.profile.nodes;
  if (interrupted) return again;
  if (verdict === 'INVALID') return 'surgeproof doctor';
  if (verdict === 'INCONCLUSIVE') return options.profile === 'smoke' ? lab : `${again} --seed ${options.seed + 1}`;
  if (verdict === 'FAIL') return options.target === 'embedded' ? `${again} --nodes ${nodes + 1}` : 'surgeproof report latest';
  if (options.profile === 'smoke') return lab;
  return options.target === 'embedded' && nodes > 1 ? `${again} --nodes ${nodes - 1}` : `${again} --seed ${options.seed + 1}`;
}

/** The forecast goes on to the next run. */
function forecastFlags(forecast: Plan['options']['forecast']): string {
  if (forecast === null) return '';
  const quoted = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const event = forecast.event === null ? '' : ` --event ${quoted(forecast.event)}`;
  return ` --forecast ${quoted(forecast.file)} --quantile ${forecast.quantile}${event}`;
}
