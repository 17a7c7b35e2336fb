import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EndingFile } from '../../models/results/ending.ts';
import type { FaultsFile } from '../../models/results/faults.ts';
import type { ManifestFile } from '../../models/results/manifest.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { type Conclusion, concludeRun } from '../run-folder/conclude-run.ts';
import { FILES } from '../run-folder/file-names.ts';
import { writeJson } from '../run-folder/write-file.ts';
import { shortPath } from '../surge-file/broken-file.ts';
import { plain } from '../terminal/plain.ts';
import { auditRun, isAudited } from './audit/audit-run.ts';
import { breakerOf } from './faults/breaker-of.ts';
import { REAL_CLOCK, type RunningFaults, runFaults } from './faults/run-faults.ts';
import { type DrivenRun, driveK6 } from './k6/drive-k6.ts';
import type { OwnEnd } from './k6/ended-by.ts';
import { scriptProblems } from './k6/script-problems.ts';
import { openStopAddress } from './k6/stop-address.ts';
import { manifestOf } from './manifest.ts';
import { type OpenTarget, openTarget } from './open-target.ts';
import { prepareK6 } from './prepare-k6.ts';
import { openRecord, type RunRecord } from './record.ts';
import { redactor } from './redact.ts';
import { hasManifest, type Rehearsal } from './rehearsal.ts';
import { confirmIdentity } from './target/identity/confirm-identity.ts';
import { targetGone } from './target/identity/watch-target.ts';
import { walkJourneys } from './walk/walk-journeys.ts';

/** A rehearsal whose target is there. */
interface Running extends Rehearsal {
  readonly target: OpenTarget;
  readonly record: RunRecord;
  /** Scripts and accounts; gone after the run. */
  readonly temporary: string;
}

/**
 * Target up, one person ahead, k6 through, service audited, target down, verdict. Whatever happens in between, the target and all temporary
 * files are gone afterwards. Null when somebody stopped it before the first arrival.
 */
export async function runRehearsal(rehearsal: Rehearsal): Promise<Conclusion | null> {
  const { plan, folder, console } = rehearsal;
  const temporary = await temporaryFolder('run');
  const record = openRecord(folder);
  rehearsal.interrupts.onSecond(() => leaveReadable(folder, temporary, record));
  try {
    if (plan.target.kind === 'service')
      console.err(
        `Starting the reference service ${plan.target.name}${plan.options.bug === null ? '' : ` with the mistake ${plan.options.bug}`} …`,
      );
    const redact = redactor(plan.secrets);
    const target = await openTarget(plan, rehearsal, (line) => record.targetTalk(redact(line)));
    try {
      if (rehearsal.interrupts.count() > 0) return null;
      if (!(await walkAndMeasure({ ...rehearsal, target, record, temporary }))) return null;
    } finally {
      await target.stop();
    }
  } finally {
    await record.close();
    await rm(temporary, { recursive: true, force: true });
  }
  console.err('Judging and drawing …');
  return concludeRun(folder, plan.options.timezone);
}

/** False when somebody stopped it before the first arrival. */
async function walkAndMeasure(running: Running): Promise<boolean> {
  const { plan, folder, id, k6, polling, target } = running;
  const walk = await walkAhead(running);
  if (running.interrupts.count() > 0) return false;
  await writeJson(join(folder, FILES.manifest), await manifestOf(plan, { id, target, k6, polling, walk, now: new Date() }));
  const driven = await drive(running);
  running.record.freeReserve();
  if (driven.refused.length > 0) {
    await rm(join(folder, FILES.manifest));
    throw new SurgeproofError('script-mistake', { file: shortPath(plan.surge.file), problems: scriptProblems(driven.refused) });
  }
  await writeJson(join(folder, FILES.ending), endingOf(driven, await confirmIdentity(target.said, target.secure)));
  if (isAudited(plan, target)) {
    running.console.err('Auditing the service …');
    await writeJson(join(folder, FILES.audit), await auditRun(plan, target, driven.fold.result()));
  }
  return true;
}

/** One person walks every journey of a target that is not ours before the crowd does. */
async function walkAhead({ plan, k6, target, temporary, interrupts, console }: Running): Promise<ManifestFile['walk']> {
  if (plan.target.kind === 'service' || !plan.options.walk) return null;
  console.err('One person walks each journey first …');
  const walked = await walkJourneys({
    binary: k6.path,
    command: await prepareK6({ plan, target, folder: temporary, walk: true, line: 'typescript', stop: null }),
    journeys: plan.configuration.surge.journeys.map(({ name }) => name),
    secrets: plan.secrets,
    file: shortPath(plan.surge.file),
    interrupted: interrupts.first,
  });
  for (const note of walked?.notes ?? []) console.err(plain(note));
  return walked?.steps ?? null;
}

async function drive({ plan, folder, k6, polling, interrupts, console, target, record, temporary }: Running): Promise<DrivenRun> {
  const { faults = [] } = plan.configuration.profile;
  let breaking: RunningFaults | null = null;
  const onStart = (startedAt: number): void => {
    breaking = runFaults(faults, breakerOf(target.service), startedAt, REAL_CLOCK, (line) => console.live || console.err(plain(line)));
  };
  const stopAddress = await openStopAddress();
  const watching = new AbortController();
  try {
    const { bases, waitingRoom } = target.target;
    const addresses = [...Object.values(bases), ...(waitingRoom === null ? [] : [waitingRoom.base])];
    const gone = target.nodes === null ? targetGone(addresses, watching.signal) : target.died;
    const line = polling?.line ?? 'typescript';
    const command = await prepareK6({ plan, target, folder: temporary, walk: false, line, stop: stopAddress.url });
    const { surge, profileName } = plan.configuration;
    console.err(`Sending ${surge.name} (${profileName}) with k6 ${k6.version}; Ctrl-C stops it and still writes a report.`);
    return await driveK6({ plan, binary: k6.path, command, record, stopAddress, interrupts, targetDied: gone, onStart, console });
  } finally {
    if (faults.length > 0) await writeFaults(folder, breaking);
    watching.abort();
    stopAddress.close();
  }
}

/** Repairs what is still broken, and notes what was done. */
async function writeFaults(folder: string, breaking: RunningFaults | null): Promise<void> {
  const faults = (await breaking?.stop()) ?? [];
  await writeJson(join(folder, FILES.faults), { schema: 'surgeproof/faults', version: 1, faults } satisfies FaultsFile);
}

function endingOf(
  { interruption, detail, panic, clock }: OwnEnd & Pick<EndingFile, 'clock'>,
  targetIdentity: EndingFile['targetIdentity'],
): EndingFile {
  const last = panic === null ? {} : { panic };
  return {
    schema: 'surgeproof/ending',
    version: 1,
    interruption,
    detail,
    ...last,
    targetIdentity,
    clock,
    endedAt: new Date().toISOString(),
  };
}

/** What the second Ctrl-C leaves behind: a folder that `surgeproof report` can read, and no temporary files. */
function leaveReadable(folder: string, temporary: string, record: RunRecord): void {
  record.freeReserve();
  rmSync(temporary, { recursive: true, force: true });
  rmSync(join(folder, FILES.owner), { force: true });
  const file = join(folder, FILES.ending);
  if (existsSync(file) || !hasManifest(folder)) return;
  writeFileSync(
    file,
    JSON.stringify(endingOf({ interruption: 'signal', detail: 'Left at once by a second signal.', panic: null, clock: null }, 'unknown')),
  );
}
