import { summariseRun } from '../../models/measurement/summary/summarise.ts';
import type { AuditFile } from '../../models/results/audit.ts';
import type { Interruption, RunFile } from '../../models/results/run.ts';
import type { VerdictFile } from '../../models/results/verdict.ts';
import { judge } from '../../models/verdict/judge.ts';
import type { RecordedRun } from './read-run.ts';

/** A recorded run, summed up and judged. */
export interface JudgedRun {
  readonly run: RunFile;
  readonly verdict: VerdictFile;
  /** null for a service without an audit. */
  readonly audit: AuditFile | null;
}

/** The verdict on a run, from what its folder holds alone: the same folder is always judged the same. */
export function judgeRecorded(recorded: RecordedRun): JudgedRun {
  const { manifest, folded, generator } = recorded;
  const { configuration, seed, target } = manifest;
  const audit = isOfAnotherRun(recorded) ? notDone('The audit is that of another run.') : (recorded.audit ?? notAudited(recorded));
  const run = summariseRun(folded, {
    id: manifest.id,
    configuration,
    seed,
    target: target.name,
    simulated: target.simulated,
    startedAt: manifest.createdAt,
    interruption: interruptionOf(recorded),
    generator,
    forecast: manifest.forecast ?? null,
    faults: recorded.faults?.faults ?? null,
  });
  const targetIdentity = recorded.ending?.targetIdentity ?? (target.identity === null ? 'not-asked' : 'unknown');
  const clock = recorded.ending?.clock ?? null;
  const { walk, host } = manifest;
  const { detail = null, panic = null } = recorded.ending ?? {};
  const verdict = judge({ folded, run, audit, generator, clock, configuration, walk, seed, host, targetIdentity, detail, panic });
  return { run, verdict, audit };
}

/** Without an ending, surgeproof was killed, and the log tells whether k6 had come to its end before. */
function interruptionOf({ ending, folded }: RecordedRun): Interruption | null {
  if (ending !== null) return ending.interruption;
  if (folded.ended === 'stopped') return 'signal';
  return folded.ended === 'cut' || folded.lines === 0 ? 'killed' : null;
}

/** An audit that was copied from another folder looked at other books. */
function isOfAnotherRun({ audit, folded: { head } }: RecordedRun): boolean {
  return audit?.startedAt !== undefined && head !== null && audit.startedAt !== head.startedAt;
}

/**
 * A surge that names records has an audit. A service that surgeproof started and left in a hurry, before it could be asked what it is, is a failed audit. After an orderly end there
 * is a file, unless the service has nothing to audit: then its people have no journal either.
 */
function notAudited({ manifest, ending, folded }: RecordedRun): AuditFile | null {
  if (manifest.configuration.surge.audit !== undefined)
    return notDone(
      ending === null ? 'The run ended before the records of the service could be read.' : 'The file of the audit is missing.',
    );
  const inHurry = ending === null || (ending.interruption === 'signal' && ending.targetIdentity === 'unknown');
  if (manifest.target.nodes === null || !(inHurry || folded.journal.length > 0)) return null;
  return notDone(inHurry ? 'The run ended before the service could be audited.' : 'The file of the audit is missing.');
}

function notDone(reason: string): AuditFile {
  return {
    schema: 'surgeproof/audit',
    version: 1,
    done: false,
    reason,
    checks: [],
    unknownResolved: { charged: 0, notCharged: 0 },
  };
}
