import { runPart } from '../../shared/process/run-part.ts';
import { type DependencyPlans, startDependencies } from './dependency-server.ts';

export interface DependenciesConfig {
  readonly plans: DependencyPlans;
  readonly seed: number;
}

runPart(async ({ plans, seed }: DependenciesConfig) => {
  const { url, close } = await startDependencies(plans, seed);
  return { ready: { url }, stop: close };
});
