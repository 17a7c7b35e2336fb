import { rm } from 'node:fs/promises';
import { EXIT, type ExitCode, exitCodeOf } from '../errors/exit-code.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { removeLeftovers } from '../processes/temporary-folder.ts';
import { listenForInterrupts } from '../rehearse/interrupts.ts';
import { nextCommand } from '../rehearse/next-command.ts';
import { partitionsIn } from '../rehearse/plan/fault-problems.ts';
import type { TypedOptions } from '../rehearse/plan/options.ts';
import { planRehearsal } from '../rehearse/plan/plan.ts';
import { stagingSentence } from '../rehearse/plan/stage-forecast.ts';
import { choosePolling, lineAdvice } from '../rehearse/polling/choose-polling.ts';
import { waitingForm } from '../rehearse/polling/waiting-form.ts';
import { hasManifest, type Rehearsal } from '../rehearse/rehearsal.ts';
import type { Conclusion } from '../run-folder/conclude-run.ts';
import { createRunFolder, leaveFolder, pointLatest } from '../run-folder/create-run-folder.ts';
import type { Console } from '../terminal/console.ts';
import { plain } from '../terminal/plain.ts';
import { obtainTool } from '../toolchain/obtain-tool.ts';
import { ownSurroundings } from '../toolchain/surroundings.ts';
import { K6, TOXIPROXY } from '../toolchain/tool.ts';

/** `surgeproof rehearse [surge]`: checks everything first, then runs, judges and reports. The status is that of the verdict. */
export async function rehearse(surge: string | undefined, typed: TypedOptions, console: Console): Promise<ExitCode> {
  removeLeftovers();
  const plan = await planRehearsal(surge, typed, process.env);
  if (plan.forecast !== null) console.err(plain(stagingSentence(plan.forecast)));
  if (plan.target.kind === 'http' && plan.target.tls.insecure)
    console.err(`Target ${plan.target.name}: any certificate is accepted (tls.insecure), so its identity is not verified.`);
  const { line } = plan.options;
  const k6 = await obtainTool(K6, ownSurroundings(), console.err, line === 'native' ? 'extended' : 'any');
  const losesMessages = partitionsIn(plan.configuration.profile).length > 0;
  const toxiproxy = losesMessages ? (await obtainTool(TOXIPROXY, ownSurroundings(), console.err)).path : null;
  const polling = choosePolling(waitingForm(plan.target, plan.surge.definition), line, k6);
  const advice = lineAdvice(polling, k6);
  if (advice !== null) console.err(advice);
  const { id, folder } = await createRunFolder(plan.configuration.surge.name, plan.runs, plan.options.out, new Date());
  const interrupts = listenForInterrupts(() => process.exit(EXIT.interrupted));
  const rehearsal: Rehearsal = { plan, k6, toxiproxy, polling, id, folder, interrupts, console };
  try {
    const conclusion = await concluded(rehearsal);
    if (conclusion === null) {
      console.err('Stopped before the first arrival: nothing was measured, and no files are left.');
      console.document({ schema: 'surgeproof/rehearsal', version: 2, folder: null, exit: EXIT.interrupted, run: null, verdict: null });
      return EXIT.interrupted;
    }
    return await tell(conclusion, rehearsal);
  } finally {
    interrupts.release();
  }
}

async function concluded(rehearsal: Rehearsal): Promise<Conclusion | null> {
  const { plan, folder } = rehearsal;
  try {
    // Loaded late: a refusal needs neither models nor charts.
    return await (await import('../rehearse/run-rehearsal.ts')).runRehearsal(rehearsal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new SurgeproofError('disk-full', { folder });
    throw error;
  } finally {
    if (!hasManifest(folder)) await rm(folder, { recursive: true, force: true });
    else {
      await leaveFolder(folder);
      if (plan.options.out === null) await pointLatest(plan.runs, folder);
    }
  }
}

async function tell({ run, verdict, folder, recorded }: Conclusion, { plan, interrupts, console }: Rehearsal): Promise<ExitCode> {
  const { finalBlock } = await import('../terminal/result/final-block.ts');
  const interrupted = run.interruption === 'signal' || interrupts.count() > 0;
  const exit = exitCodeOf(verdict.verdict, interrupted);
  const mistaken = verdict.validity.some((one) => one.id === 'validity.script' && one.verdict === 'INVALID');
  const next = nextCommand(verdict.verdict, interrupted || mistaken, plan);
  const { polling } = recorded.manifest;
  const block = { verdict, run, polling, folder, next, width: console.resultWidth(), colour: console.colour };
  for (const line of finalBlock(block)) console.out(line);
  console.document({ schema: 'surgeproof/rehearsal', version: 2, folder, exit, run, verdict });
  return exit;
}
