import { runPart } from '../process/run-part.ts';
import type { AppConfig } from './app-config.ts';
import { type AppPlan, startApp } from './start-app.ts';
import { warmUp } from './warm-up.ts';

export interface AppReady {
  readonly url: string;
}

/** What the parent may order an app: the end of node `kill`, counted from 0. */
export interface AppOrder {
  readonly kill: number;
}

/** The app of a service as a process of its own. When its last node is killed, the process ends. */
export function runApp<Config extends AppConfig>(plan: (config: Config) => AppPlan): void {
  runPart<Config, AppReady>(async (config) => {
    await warmUp(config, plan);
    const { url, fleet, close } = await startApp(config, plan(config));
    const obey = (order: unknown): void => {
      const { kill } = order as AppOrder;
      fleet.kill(kill);
      console.error(`node ${kill + 1} was killed`);
      if (fleet.alive === 0) process.exit(1);
    };
    return { ready: { url }, obey, stop: close };
  });
}
