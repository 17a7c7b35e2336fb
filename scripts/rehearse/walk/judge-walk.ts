import type { WalkLine } from '../../../models/workload/log/measurement-log.ts';
import { scriptProblems } from '../k6/script-problems.ts';
import { uncaughtPromise } from '../k6/uncaught-promise.ts';
import type { WalkLog } from './walk-lines.ts';

/** What a walk showed. */
export interface JudgedWalk {
  /** Steps that each journey made, in their order. */
  readonly steps: Readonly<Record<string, readonly string[]>>;
  /** Mistakes of the surge file, which no target can be blamed for. */
  readonly mistakes: readonly string[];
  /** Journeys that one person could not walk, and why. */
  readonly failures: readonly string[];
  /** Journeys that a person left early although every request was good; that may be intended. */
  readonly notes: readonly string[];
}

const LONGEST_BODY = 200;

function shown(body: string): string {
  const text = body.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return 'without a body';
  return `body ${text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text}`;
}

/** What a cause adds to the status and the body, which are shown already: why a good answer cannot be read, for instance. */
function addedBy(cause: string | null, status: number | null): string {
  const same = cause?.startsWith(`HTTP ${status}`) ?? false;
  const more = same && status! < 400 ? cause!.slice(`HTTP ${status}`.length).replace(/^[ ,]+(with )?/, '') : same ? '' : (cause ?? '');
  return more === '' ? '' : ` (${more})`;
}

/** `step items: 401, body {…}`, and the request it was. */
function failedRequest({ step, status, cause, body, method, path }: WalkLine): string {
  const answer = status === null ? 'no answer' : `${status}, ${shown(body)}`;
  const why = addedBy(cause, status);
  return `step ${step}: ${answer}${why}; ${method} ${path}`;
}

/** Judges a walk of the journeys. `said` is what k6 said besides: the reason when a journey did not even begin. */
export function judgeWalk({ requests, ends }: WalkLog, journeys: readonly string[], said: readonly string[]): JudgedWalk {
  const steps: Record<string, string[]> = {};
  const [mistakes, failures, notes]: [string[], string[], string[]] = [[], [], []];
  for (const journey of journeys) {
    const own = requests.filter((one) => one.journey === journey);
    steps[journey] = [...new Set(own.map(({ step }) => step))];
    const end = ends.find((one) => one.journey === journey);
    const failed = own.filter(({ cause }) => cause !== null).at(-1);
    if (end?.ended === 'finished') continue;
    if (end?.ended === 'turned-away') {
      notes.push(`journey ${journey}: the person was turned away: ${end.reason}`);
      continue;
    }
    if (end?.ended === 'script') mistakes.push(`journey ${journey}: ${end.reason}`);
    else if (failed !== undefined && end !== undefined) failures.push(`journey ${journey}: ${failedRequest(failed)}`);
    else if (end !== undefined) notes.push(`journey ${journey}: the person gave up: ${end.reason}`);
    else if (own.length > 0)
      failures.push(
        `journey ${journey}: it did not end; the last request was ${own.at(-1)!.method} ${own.at(-1)!.path} (step ${own.at(-1)!.step})`,
      );
  }
  const uncaught = uncaughtPromise(said);
  if (uncaught !== null) mistakes.unshift(uncaught);
  else if (ends.length === 0 && requests.length === 0) mistakes.push(...scriptProblems(said));
  return { steps, mistakes, failures, notes };
}
