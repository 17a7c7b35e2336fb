import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { shellCommand } from '../../reports/format/shell-command.ts';
import { errnoSentence } from '../errors/errno.ts';
import { type ExitCode, exitCodeOf } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { ownerState, readOwner } from '../processes/owner.ts';
import { readTimezone } from '../rehearse/plan/options.ts';
import { type Conclusion, concludeRun } from '../run-folder/conclude-run.ts';
import { FILES } from '../run-folder/file-names.ts';
import { findRun } from '../run-folder/find-run.ts';
import { runsFolder } from '../run-folder/runs-folder.ts';
import type { Console } from '../terminal/console.ts';
import { finalBlock } from '../terminal/result/final-block.ts';

export interface TypedReportOptions {
  readonly timezone?: string;
}

/** A run that goes on is written by its own process, which will judge it. */
function refuseRunning(folder: string): void {
  const file = join(folder, FILES.owner);
  const owner = existsSync(file) ? readOwner(readFileSync(file, 'utf8')) : null;
  if (owner !== null && ownerState(owner) === 'alive') throw new SurgeproofError('run-goes-on', { folder, pid: owner.pid });
}

/** A folder may come from anybody: whatever it does to the models and charts is the folder's fault, not a bug of the command. */
async function concluded(folder: string, timezone: string | null): Promise<Conclusion> {
  try {
    return await concludeRun(folder, timezone);
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
      throw new SurgeproofError('folder-not-writable', { folder, reason: errnoSentence(error) });
    throw new SurgeproofError('unreadable-run', { folder, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The command of a run, to be pasted: never another program than this one. */
function commandOf({ command, surge }: ManifestFile): string {
  return shellCommand(command[0] === 'surgeproof' ? command : ['surgeproof', 'rehearse', surge]);
}

/** `surgeproof report <run>`: judges a run again and rebuilds its report. The status is that of its verdict. */
export async function report(name: string, typed: TypedReportOptions, console: Console): Promise<ExitCode> {
  const problems: string[] = [];
  const timezone = readTimezone(typed.timezone, problems);
  if (problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
  const folder = findRun(name, runsFolder(process.env));
  refuseRunning(folder);
  const { run, verdict, recorded } = await concluded(folder, timezone);
  const exit = exitCodeOf(verdict.verdict, false);
  // The command as it was typed holds every flag.
  const next = commandOf(recorded.manifest);
  const { polling } = recorded.manifest;
  const block = { verdict, run, polling, folder, next, width: console.resultWidth(), colour: console.colour };
  for (const line of finalBlock(block)) console.out(line);
  console.document({ schema: 'surgeproof/rehearsal', version: 2, folder, exit, run, verdict });
  return exit;
}
