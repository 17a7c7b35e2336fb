import type { Verdict } from '../../models/results/verdict.ts';
import type { Plan } from './plan.ts';

/** The command that most people type next, by how the run ended. */
export function nextCommand(
  verdict: Verdict,
  { scenario, options, configuration }: Pick<Plan, 'scenario' | 'options' | 'configuration'>,
): string {
  const again = `surgeproof rehearse ${scenario} --profile ${options.profile}`;
  const nodes = options.nodes ?? configuration.profile.nodes;
  if (verdict === 'INVALID') return 'surgeproof doctor';
  if (verdict === 'INCONCLUSIVE')
    return options.profile === 'smoke' ? `surgeproof rehearse ${scenario} --profile lab` : `${again} --seed ${options.seed + 1}`;
  if (verdict === 'FAIL') return options.target === 'embedded' ? `${again} --nodes ${nodes + 1}` : 'surgeproof report latest';
  if (options.profile === 'smoke') return `surgeproof rehearse ${scenario} --profile lab`;
  return options.target === 'embedded' && nodes > 1 ? `${again} --nodes ${nodes - 1}` : `${again} --seed ${options.seed + 1}`;
}
