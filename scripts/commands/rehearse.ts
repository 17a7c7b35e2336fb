import { rm } from 'node:fs/promises';
import { EXIT, type ExitCode, exitCodeOf } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { listenForInterrupts } from '../rehearse/interrupts.ts';
import { nextCommand } from '../rehearse/next-command.ts';
import type { TypedOptions } from '../rehearse/plan/options.ts';
import { planRehearsal } from '../rehearse/plan/plan.ts';
import { stagingSentence } from '../rehearse/plan/stage-forecast.ts';
import { hasManifest, type Rehearsal, runRehearsal } from '../rehearse/run-rehearsal.ts';
import type { Conclusion } from '../run-folder/conclude-run.ts';
import { createRunFolder, pointLatest } from '../run-folder/create-run-folder.ts';
import type { Console } from '../terminal/console.ts';
import { finalBlock } from '../terminal/final-block.ts';
import { plain } from '../terminal/plain.ts';
import { obtainTool } from '../toolchain/obtain-tool.ts';
import { ownSurroundings } from '../toolchain/surroundings.ts';
import { K6 } from '../toolchain/tool.ts';

/** `surgeproof rehearse <scenario>`: checks everything first, then runs, judges and reports. The status is that of the verdict. */
export async function rehearse(scenario: string, typed: TypedOptions, console: Console): Promise<ExitCode> {
  const plan = await planRehearsal(scenario, typed, process.env);
  if (plan.forecast !== null) console.err(plain(stagingSentence(plan.forecast)));
  const k6 = await obtainTool(K6, ownSurroundings(), console.err);
  const { id, folder } = await createRunFolder(scenario, plan.runs, plan.options.out, new Date());
  const interrupts = listenForInterrupts(() => process.exit(EXIT.interrupted));
  const rehearsal: Rehearsal = { plan, k6, id, folder, interrupts, console };
  try {
    const conclusion = await concluded(rehearsal);
    if (conclusion === null) {
      console.err('Stopped before the first request: nothing was measured, and nothing is left behind.');
      console.document({ schema: 'surgeproof/rehearsal', version: 1, folder: null, exit: EXIT.interrupted, run: null, verdict: null });
      return EXIT.interrupted;
    }
    return tell(conclusion, rehearsal);
  } finally {
    interrupts.release();
  }
}

async function concluded(rehearsal: Rehearsal): Promise<Conclusion | null> {
  const { plan, folder } = rehearsal;
  try {
    return await runRehearsal(rehearsal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new SurgeproofError('disk-full', { folder });
    throw error;
  } finally {
    if (!hasManifest(folder)) await rm(folder, { recursive: true, force: true });
    else if (plan.options.out === null) await pointLatest(plan.runs, folder);
  }
}

function tell({ run, verdict, folder }: Conclusion, { plan, interrupts, console }: Rehearsal): ExitCode {
  const interrupted = run.interruption === 'signal' || interrupts.count() > 0;
  const exit = exitCodeOf(verdict.verdict, interrupted);
  const next = nextCommand(verdict.verdict, interrupted, plan);
  for (const line of finalBlock(verdict, folder, next, console.resultWidth(), console.colour)) console.out(line);
  console.document({ schema: 'surgeproof/rehearsal', version: 1, folder, exit, run, verdict });
  return exit;
}
