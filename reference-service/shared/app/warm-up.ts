import { sendWarmUp } from '../network/send-warm-up.ts';
import type { AppConfig } from './app-config.ts';
import { type AppPlan, startApp } from './start-app.ts';

/**
 * A fresh process answers its first requests several times slower than later ones, because V8 has compiled nothing yet; real nodes
 * are warmed up before a launch. So a twin of the app, on a port of its own, serves the warm-up of the plan and is closed again:
 * the nodes of the run have served no one, and their simulated times are those of the seed.
 */
export async function warmUp<Config extends AppConfig>(config: Config, plan: (config: Config) => AppPlan): Promise<void> {
  const twinPlan = plan(config);
  const twin = await startApp({ ...config, port: 0 }, twinPlan);
  await sendWarmUp(twin.url, twinPlan.warmUp);
  await twin.close();
}
