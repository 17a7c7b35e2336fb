import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import type { K6Command } from '../k6/k6-command.ts';
import { startK6 } from '../k6/k6-process.ts';
import { jsonRedactor, redactor } from '../redact.ts';
import type { Secrets } from '../secrets.ts';
import { judgeWalk } from './judge-walk.ts';
import { readWalk } from './walk-lines.ts';

export interface Walk {
  readonly binary: string;
  readonly command: K6Command;
  readonly journeys: readonly string[];
  readonly secrets: Secrets;
  /** The surge file, for sentences. */
  readonly file: string;
  /** Settles when somebody asked to stop. */
  readonly interrupted: Promise<void>;
}

/** Milliseconds in which every journey must come to an end. */
const PATIENCE = 300_000;

/** What each journey did on the walk, and what to say about it; null when somebody stopped it. */
export interface WalkedJourneys {
  readonly steps: Readonly<Record<string, readonly string[]>>;
  readonly notes: readonly string[];
}

/**
 * Before a crowd, one person walks each journey with every request watched. What goes wrong is said with the request and its answer, and
 * nothing else is sent.
 */
export async function walkJourneys({ binary, command, journeys, secrets, file, interrupted }: Walk): Promise<WalkedJourneys | null> {
  const [redactJson, redact] = [jsonRedactor(secrets), redactor(secrets)];
  const lines: string[] = [];
  const said: string[] = [];
  const k6 = startK6(
    binary,
    command,
    (line) => lines.push(redactJson(line)),
    (line) => said.push(redact(line)),
  );
  let stopped = false;
  void interrupted.then(() => {
    stopped = true;
    k6.send('SIGKILL');
  });
  const patience = setTimeout(() => k6.send('SIGKILL'), PATIENCE).unref();
  await k6.ended;
  clearTimeout(patience);
  if (stopped) return null;
  const { steps, mistakes, failures, notes } = judgeWalk(readWalk(lines), journeys, said);
  if (mistakes.length > 0) throw new SurgeproofError('script-mistake', { file, problems: mistakes });
  if (failures.length > 0) throw new SurgeproofError('walk-failed', { problems: failures });
  return { steps, notes };
}
