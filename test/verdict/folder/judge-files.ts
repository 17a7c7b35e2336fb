import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf } from '../../../scripts/errors/exit-code.ts';
import { reportOf } from '../../../scripts/errors/report-error.ts';
import { judgeRecorded } from '../../../scripts/run-folder/judge-recorded.ts';
import { readRun } from '../../../scripts/run-folder/read-run.ts';
import type { Outcome } from '../row.ts';
import type { RunFiles } from './run-files.ts';

/** What `surgeproof report` would say of a folder with these files, without drawing anything. */
export async function judgeFiles(files: RunFiles): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'surgeproof-verdict-'));
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    const { verdict: file } = judgeRecorded(await readRun(folder));
    return { verdict: file.verdict, exit: exitCodeOf(file.verdict, false), headline: file.headline, file };
  } catch (error) {
    const { message, exit } = reportOf(error);
    return { verdict: 'refused', exit, headline: message, file: null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
