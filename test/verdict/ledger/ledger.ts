import pg from 'pg';
import { createFold } from '../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { parseMeasurementLine } from '../../../models/measurement/lines/parse-line.ts';
import { auditLedger } from '../../../reference-service/onnuri/audit/audit-ledger.ts';
import { NO_ACCOUNTS } from '../../../scripts/rehearse/accounts/accounts.ts';
import { auditBooks } from '../../../scripts/rehearse/audit/audit-books.ts';
import { FILES } from '../../../scripts/run-folder/file-names.ts';
import { lineDigest } from '../../../scripts/run-folder/line-digest.ts';
import { cleanFiles, editLines } from '../folder/edited.ts';
import { judgeFiles } from '../folder/judge-files.ts';
import type { RunFiles } from '../folder/run-files.ts';
import type { Outcome } from '../row.ts';
import { ledgerStory, type Story } from './ledger-story.ts';

/** How a ledger differs from a sound one. */
export interface Corrupted {
  /** Run on the ledger after everybody is done; constraints that would refuse it are dropped first. */
  readonly sql?: string;
  /** Changes what users were told. */
  readonly told?: (story: Story) => void;
  /** Whether one line of the log cannot be read. */
  readonly unreadableLine?: boolean;
}

const NUMBERED = { ...NO_ACCOUNTS, areNumbered: true };

const LOOSE = `alter table accounts drop constraint balance_not_negative; alter table movements drop constraint one_movement_per_key;
  drop index one_cancel_per_payment; alter table entries drop constraint entries_movement_fkey;`;

/** A clean run in front of a real ledger that was corrupted, audited as after a rehearsal, and judged. */
export function ledger({ sql, told, unreadableLine = false }: Corrupted = {}): () => Promise<Outcome> {
  return async () => {
    const story = await ledgerStory();
    if (sql !== undefined) await corrupt(story, `${LOOSE} ${sql}`);
    told?.(story);
    const files = await cleanFiles();
    if (unreadableLine) editLines(files, (lines) => lines.map((line, i) => (i === 3 ? line.slice(0, -20) : line)));
    const folded = { ...foldOf(files), journal: story.journal, admissions: story.admissions as unknown as FoldedRun['admissions'] };
    files.set(
      FILES.audit,
      JSON.stringify(
        await auditBooks((input) => auditLedger(story.databaseUrl, { ...input, startedAt: story.startedAt }), folded, NUMBERED, 20),
      ),
    );
    return judgeFiles(files);
  };
}

async function corrupt({ databaseUrl }: Story, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function foldOf(files: RunFiles): FoldedRun {
  const fold = createFold();
  for (const line of files.get(FILES.measurements)!.trimEnd().split('\n')) fold.add(parseMeasurementLine(line, lineDigest));
  return fold.result();
}
