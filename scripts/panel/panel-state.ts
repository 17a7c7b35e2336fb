import type { LiveView } from '../../models/measurement/folded-run.ts';
import type { GeneratorHealth } from '../../models/results/generator-health.ts';
import type { Budgets } from '../../models/workload/surge/budget.ts';

/** What is shown of a run while it goes on. */
export interface PanelState {
  readonly title: string;
  /** Longest duration of the run, seconds. */
  readonly until: number;
  readonly view: LiveView;
  readonly budgets: Budgets['steps'];
  /** Whether people wait in a queue before they are admitted. */
  readonly waitingRoom: boolean;
  /** null before the first look. */
  readonly generator: GeneratorHealth | null;
  /** Cores of the machine. */
  readonly cores: number;
  /** What is going on besides the run: why it is being stopped; null when nothing is. */
  readonly notice: string | null;
}
