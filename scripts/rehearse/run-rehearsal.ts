import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EndingFile } from '../../models/results/ending.ts';
import { type Conclusion, concludeRun } from '../run-folder/conclude-run.ts';
import { FILES } from '../run-folder/file-names.ts';
import { writeJson } from '../run-folder/write-file.ts';
import type { Console } from '../terminal/console.ts';
import type { FoundTool } from '../toolchain/tool.ts';
import { auditRun } from './audit-run.ts';
import type { Interrupts } from './interrupts.ts';
import { type DrivenRun, driveK6 } from './k6/drive-k6.ts';
import { k6Command } from './k6/k6-command.ts';
import { writePeople } from './k6/people-file.ts';
import { openStopAddress } from './k6/stop-address.ts';
import { manifestOf } from './manifest.ts';
import type { Plan } from './plan/plan.ts';
import { openRecord, type RunRecord } from './record.ts';
import { type OpenTarget, openTarget } from './target/open-target.ts';
import { askIdentity, identityText } from './target/target-identity.ts';
import { targetGone } from './target/watch-target.ts';

/** A rehearsal about to run: checked, with k6 at hand and a folder of its own. */
export interface Rehearsal {
  readonly plan: Plan;
  readonly k6: FoundTool;
  readonly id: string;
  readonly folder: string;
  readonly interrupts: Interrupts;
  readonly console: Console;
}

/**
 * Target up, k6 through, ledger audited, target down, verdict. Whatever happens in between, the target and all temporary files are gone
 * afterwards. Null when somebody stopped it before the first request.
 */
export async function runRehearsal(rehearsal: Rehearsal): Promise<Conclusion | null> {
  const { folder, console } = rehearsal;
  const temporary = await mkdtemp(join(tmpdir(), 'surgeproof-run-'));
  const record = openRecord(folder);
  rehearsal.interrupts.onSecond(() => leaveReadable(folder, temporary, record));
  try {
    console.err('Starting the target …');
    const target = await openTarget(rehearsal.plan, rehearsal.id, record.targetTalk);
    try {
      if (rehearsal.interrupts.count() > 0) return null;
      await measure(rehearsal, target, record, temporary);
    } finally {
      await target.stop();
    }
  } finally {
    await record.close();
    await rm(temporary, { recursive: true, force: true });
  }
  console.err('Judging and drawing …');
  return concludeRun(folder);
}

async function measure(rehearsal: Rehearsal, target: OpenTarget, record: RunRecord, temporary: string): Promise<void> {
  const { plan, folder, id, k6 } = rehearsal;
  await writeJson(join(folder, FILES.manifest), await manifestOf(id, plan, target, k6, new Date()));
  const driven = await drive(rehearsal, target, record, temporary);
  record.freeReserve();
  await writeJson(join(folder, FILES.ending), endingOf(driven, await identityAfter(target)));
  if (target.databaseUrl !== null) {
    rehearsal.console.err('Auditing the ledger …');
    await writeJson(join(folder, FILES.audit), await auditRun(target.databaseUrl, driven.fold.result()));
  }
}

async function drive(rehearsal: Rehearsal, target: OpenTarget, record: RunRecord, temporary: string): Promise<DrivenRun> {
  const { plan, k6, interrupts, console } = rehearsal;
  const people = join(temporary, 'people.json');
  await writePeople(people, plan.needs.people, plan.options.seed);
  const stopAddress = await openStopAddress();
  const watching = new AbortController();
  try {
    const gone = target.nodes === null ? targetGone([target.app, target.waitingRoom], watching.signal) : target.died;
    const command = k6Command(plan, target, { people, home: temporary, stopUrl: stopAddress.url });
    console.err(`Sending ${plan.scenario} (${plan.options.profile}) with k6 ${k6.version}; Ctrl-C stops it and still writes a report.`);
    return await driveK6({ plan, binary: k6.path, command, record, stopAddress, interrupts, targetDied: gone, console });
  } finally {
    watching.abort();
    stopAddress.close();
  }
}

function endingOf(
  { interruption, detail }: Pick<DrivenRun, 'interruption' | 'detail'>,
  targetIdentity: EndingFile['targetIdentity'],
): EndingFile {
  return { schema: 'surgeproof/ending', version: 1, interruption, detail, targetIdentity, endedAt: new Date().toISOString() };
}

/** What the second Ctrl-C leaves behind: a folder that `surgeproof report` can read, and no temporary files. */
function leaveReadable(folder: string, temporary: string, record: RunRecord): void {
  record.freeReserve();
  rmSync(temporary, { recursive: true, force: true });
  const file = join(folder, FILES.ending);
  if (existsSync(file) || !hasManifest(folder)) return;
  writeFileSync(file, JSON.stringify(endingOf({ interruption: 'signal', detail: 'Left at once by a second signal.' }, 'unknown')));
}

/** Whether the target that answers after the run is the one that answered before it; one that is gone by then was the one it was. */
async function identityAfter(target: OpenTarget): Promise<EndingFile['targetIdentity']> {
  const after = await askIdentity(target.app);
  if (target.identity === null) return 'unknown';
  return after.state !== 'known' || identityText(after.identity) === target.identity ? 'confirmed' : 'different';
}

/** Whether anything was measured that a report can be made of. */
export const hasManifest = (folder: string): boolean => existsSync(join(folder, FILES.manifest));
