import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditFile } from '../../../models/results/audit.ts';
import type { VerdictFile } from '../../../models/results/verdict.ts';
import { codeBlocks } from '../../support/markdown.ts';
import { readJson } from '../rehearsal.ts';
import { type Finished, runCli } from '../run-cli.ts';
import { type LotteryBug, startLottery } from './lottery.ts';

const HOW_TO = 'docs/how-to/audit-your-own-service.md';

/** The surge file that the how-to shows. */
function shownSurge(): string {
  const block = codeBlocks(HOW_TO).find(({ language, text }) => language === 'ts' && text.includes('defineSurge'));
  if (block === undefined) throw new Error(`${HOW_TO} shows a surge`);
  return block.text;
}

export interface LotteryRun extends Finished {
  readonly folder: string;
  readonly audit: AuditFile;
  readonly verdict: VerdictFile;
}

/** The surge of the how-to, rehearsed against a lottery with or without a mistake; `change` edits the file. */
export async function rehearseLottery(parent: string, bug: LotteryBug | null, change = (text: string) => text): Promise<LotteryRun> {
  const { url, stop } = await startLottery(bug);
  try {
    const cwd = join(parent, bug ?? 'sound');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'lottery.surge.ts'), change(shownSurge().replaceAll('http://127.0.0.1:8080', url)));
    const folder = join(cwd, 'run');
    const finished = await runCli(['rehearse', './lottery.surge.ts', '--out', folder], { cwd });
    return { ...finished, folder, audit: readJson(folder, 'audit.json'), verdict: readJson(folder, 'verdict.json') };
  } finally {
    stop();
  }
}

/** Names of the invariants that were violated. */
export const violated = ({ audit }: LotteryRun): string[] =>
  audit.checks.filter(({ violations }) => violations > 0).map(({ name }) => name);
