import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { interpolatedQuantileOf } from '../../../../models/statistics/interpolated-quantile.ts';

const RUNS = 7;

/** Medians of a daily forecast of three years, each run in a new process, as a line of Markdown; `whole` is with its backtest of five origins. */
function measured(name: string, what: 'alone' | 'whole'): string {
  const file = fileURLToPath(new URL('speed-once.ts', import.meta.url));
  const runs = Array.from({ length: RUNS }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, file, what], { encoding: 'utf8' });
    const figures = stdout.trim().split(' ').map(Number);
    if (figures.length !== 3) throw new Error(`speed: must print its time, got ${stderr}`);
    return figures;
  });
  const middle = (figure: number): number =>
    interpolatedQuantileOf(
      runs.map((run) => run[figure]!),
      0.5,
    );
  const load = loadavg()[0]!.toFixed(1);
  return `- Three years of days, ${name}: ${middle(0).toFixed(2)} s (${middle(1).toFixed(2)} s of CPU over all threads), ${Math.round(middle(2))} MiB (new processes, median of ${RUNS}; load average ${load})`;
}

/** How long a forecast takes, and with its backtest. */
export function speedLines(): string {
  return [measured('forecast and peak alone', 'alone'), measured('with backtest', 'whole')].join('\n');
}
