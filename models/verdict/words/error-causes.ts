import type { ErrorCause } from '../../results/run.ts';
import type { CriterionResult } from '../../results/verdict.ts';
import { plural, sayCount } from '../../words/count.ts';
import type { JudgeInput } from '../judge-input.ts';

/** What most failed requests have in common; each calls for something else. */
export type CauseKind = 'refused' | 'limited' | 'certificate' | 'unreachable' | 'server';

/** Texts of k6 and of the engine by kind, the first that matches; whatever is left is the server's: HTTP 5xx, time-outs, broken answers. */
const KINDS: readonly (readonly [RegExp, CauseKind])[] = [
  [/x509|certificate/i, 'certificate'],
  [/connection refused|no such host|no route to host|network is unreachable|lookup .* on /i, 'unreachable'],
  [/\bHTTP 429\b/, 'limited'],
  [/\bHTTP 4(?!08)\d\d\b|which the surge does not expect/, 'refused'],
];

/** The engine notes here why a journey gave up by itself; no request failed. */
const GAVE_UP = 'gave up: ';

/** Long texts of a target are cut: a sentence is no place for a page. */
const LONGEST = 120;

type Evidence = Pick<JudgeInput, 'folded' | 'run'>;

/** The kind of most failed requests of the steps given. */
export function mainCause({ folded, run }: Evidence, steps: ReadonlySet<string>): CauseKind {
  const counts = new Map<CauseKind, number>();
  for (const { step, cause, count } of failedRequests(folded)) {
    if (!steps.has(step)) continue;
    const kind = kindOf(cause);
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? (mostlyUnreachable(run, steps) ? 'unreachable' : 'server');
}

const failedRequests = ({ errors }: Evidence['folded']): readonly ErrorCause[] =>
  errors.filter(({ cause, owner }) => owner !== 'script' && !cause.startsWith(GAVE_UP));

const kindOf = (cause: string): CauseKind => KINDS.find(([pattern]) => pattern.test(cause))?.[1] ?? 'server';

/** For logs without causes. */
function mostlyUnreachable(run: Evidence['run'], steps: ReadonlySet<string>): boolean {
  const found = run.steps.filter(({ step }) => steps.has(step));
  const sum = (of: (step: (typeof found)[number]) => number): number => found.reduce((total, step) => total + of(step), 0);
  return sum(({ outcomes }) => outcomes.unreachable ?? 0) > sum(({ attempts, outcomes }) => attempts - (outcomes.ok ?? 0)) / 2;
}

/** The most frequent cause of failed requests in a sentence, and what it leaves open; empty without failed requests. */
export function causeSentences({ folded }: Pick<Evidence, 'folded'>): string[] {
  const failed = failedRequests(folded);
  const most = mostFrequent(failed);
  if (most === null) return [];
  const all = failed.reduce((sum, { count }) => sum + count, 0);
  const requests = plural(all, 'failed request', 'failed requests');
  return [
    `The most frequent cause is “${shorten(most.cause)}”: ${sayCount(most.count)} of ${requests}.`,
    ...(kindOf(most.cause) === 'certificate' ? [] : ownerSentences(most.owner)),
  ];
}

/** Whose a failure is, where the cause shows it. */
function ownerSentences(owner: string): string[] {
  if (owner === 'unclear') return ['Such a refusal alone does not show whether the surge file or the target is wrong.'];
  if (owner === 'client environment') return ['This is a failure on the side of the load generator.'];
  return owner === 'third party' ? ['This is a failure of a third party behind the target.'] : [];
}

/** Why most people gave up whom no failed request stopped; empty without any. */
export function giveUpSentences({ folded }: Pick<Evidence, 'folded'>): string[] {
  const most = mostFrequent(folded.errors.filter(({ cause }) => cause.startsWith(GAVE_UP)));
  if (most === null) return [];
  return [
    `The most frequent reason to give up is “${shorten(most.cause.slice(GAVE_UP.length))}”: ${plural(most.count, 'person', 'people')}.`,
  ];
}

/** Causes added up over steps. */
function mostFrequent(errors: readonly ErrorCause[]): ErrorCause | null {
  const causes = new Map<string, ErrorCause>();
  for (const error of errors) causes.set(error.cause, { ...error, count: error.count + (causes.get(error.cause)?.count ?? 0) });
  return [...causes.values()].sort((a, b) => b.count - a.count)[0] ?? null;
}

/** Steps whose error budget failed. */
export const failingSteps = (criteria: readonly CriterionResult[]): Set<string> =>
  new Set(criteria.filter(({ kind, verdict }) => kind === 'errors' && verdict === 'FAIL').map(({ subject }) => subject));

export const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
