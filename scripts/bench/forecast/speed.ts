import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { quantile } from '../../../models/demand/metrics/quantile.ts';

const RUNS = 7;

/** Median seconds and MiB of a daily forecast of three years, each time in a new process; `whole` is with its backtest of five origins. */
function measured(what: 'alone' | 'whole'): { readonly seconds: number; readonly mebibytes: number } {
  const runs = Array.from({ length: RUNS }, () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(new URL('speed-once.ts', import.meta.url)), what],
      {
        encoding: 'utf8',
      },
    );
    const [seconds, mebibytes] = stdout.trim().split(' ').map(Number);
    if (seconds === undefined || mebibytes === undefined || !(seconds > 0)) throw new Error(`speed: must print its time, got ${stderr}`);
    return { seconds, mebibytes };
  });
  return {
    seconds: quantile(
      runs.map((run) => run.seconds),
      0.5,
    ),
    mebibytes: quantile(
      runs.map((run) => run.mebibytes),
      0.5,
    ),
  };
}

/** Lines of Markdown with both. */
export function speedLines(): string {
  const line = (name: string, { seconds, mebibytes }: ReturnType<typeof measured>): string =>
    `- Three years of days, ${name}, new process each, median of ${RUNS}: ${seconds.toFixed(2)} s, ${Math.round(mebibytes)} MiB`;
  return [line('forecast and peak alone', measured('alone')), line('with backtest', measured('whole'))].join('\n');
}
