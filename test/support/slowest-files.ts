import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** Files that are listed. */
const LISTED = 10;

/** Seconds of one file, its hooks included. */
const secondsOf = (module: TestModule): number => module.diagnostic().duration / 1_000;

/** Names the slowest files at the end of a run of many, so that a test that grows is seen. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= LISTED) return;
    const slowest = [...modules].sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, LISTED);
    console.log(`Slowest of ${modules.length} files:`);
    for (const module of slowest) console.log(`${secondsOf(module).toFixed(1).padStart(7)} s  ${relative('.', module.moduleId)}`);
  }
}
