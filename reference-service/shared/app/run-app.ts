import { type FaultOrder, obeyFault } from '../faults/app-faults.ts';
import { runPart } from '../process/run-part.ts';
import type { AppConfig } from './app-config.ts';
import { type AppPlan, startApp } from './start-app.ts';
import { warmUp } from './warm-up.ts';

export interface AppReady {
  readonly url: string;
}

/** The app of a service as a process of its own. When its last node is killed, the process ends. */
export function runApp<Config extends AppConfig>(plan: (config: Config) => AppPlan): void {
  runPart<Config, AppReady>(async (config) => {
    await warmUp(config, plan);
    const { url, fleet, close } = await startApp(config, plan(config));
    const obey = (order: unknown): void => {
      const { fault } = order as FaultOrder;
      obeyFault(order as FaultOrder, fleet);
      if (fault.kind === 'kill-node') console.error(`node ${fault.node} was killed`);
      // Nothing will ever answer again: the parent must know.
      if (fault.kind === 'kill-node' && fleet.alive === 0) process.exit(1);
    };
    return { ready: { url }, obey, stop: close };
  });
}
