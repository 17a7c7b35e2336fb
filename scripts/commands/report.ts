import { shellCommand } from '../../reports/format/shell-command.ts';
import { type ExitCode, exitCodeOf } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readTimezone } from '../rehearse/plan/options.ts';
import { concludeRun } from '../run-folder/conclude-run.ts';
import { findRun } from '../run-folder/find-run.ts';
import { runsFolder } from '../run-folder/runs-folder.ts';
import type { Console } from '../terminal/console.ts';
import { finalBlock } from '../terminal/result/final-block.ts';

export interface TypedReportOptions {
  readonly timezone?: string;
}

/** `surgeproof report <run>`: judges a run again and rebuilds its report. The status is that of its verdict. */
export async function report(name: string, typed: TypedReportOptions, console: Console): Promise<ExitCode> {
  const problems: string[] = [];
  const timezone = readTimezone(typed.timezone, problems);
  if (problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
  const folder = findRun(name, runsFolder(process.env));
  const { run, verdict, recorded } = await concludeRun(folder, timezone);
  const exit = exitCodeOf(verdict.verdict, false);
  // The command as it was typed holds every flag.
  const next = shellCommand(recorded.manifest.command);
  const block = { verdict, run, folder, next, width: console.resultWidth(), colour: console.colour };
  for (const line of finalBlock(block)) console.out(line);
  console.document({ schema: 'surgeproof/rehearsal', version: 2, folder, exit, run, verdict });
  return exit;
}
