import { type ExitCode, exitCodeOf } from '../errors/exit-code.ts';
import { concludeRun } from '../run-folder/conclude-run.ts';
import { findRun } from '../run-folder/find-run.ts';
import { runsFolder } from '../run-folder/runs-folder.ts';
import type { Console } from '../terminal/console.ts';
import { finalBlock } from '../terminal/final-block.ts';

/** `surgeproof report <run>`: judges a run again and rebuilds its report. The status is that of its verdict. */
export async function report(name: string, console: Console): Promise<ExitCode> {
  const folder = findRun(name, runsFolder(process.env));
  const { run, verdict } = await concludeRun(folder);
  const exit = exitCodeOf(verdict.verdict, false);
  for (const line of finalBlock(
    verdict,
    folder,
    `surgeproof rehearse ${run.scenario} --profile ${run.profile}`,
    console.resultWidth(),
    console.colour,
  ))
    console.out(line);
  console.document({ schema: 'surgeproof/rehearsal', version: 1, folder, exit, run, verdict });
  return exit;
}
