import type { Answer, Ask, Receipt } from '../../../surgeproof.ts';
import type { CustomerUser } from '../customer-user.ts';
import type { BankingStep } from '../steps.ts';

/** What an attempt came to, in the words of the log of the bank: `accepted`, or the code of the refusal. */
export interface Outcome extends Receipt {
  /** What the journey needs of a good answer; empty for a refusal. */
  readonly given: string;
}

/** What an attempt is about, for the audit. */
export interface Facts {
  readonly act: string;
  readonly customer: number;
  readonly serial?: number;
  readonly counter?: number;
  /** Why this must be refused; left out where it must not. */
  readonly bad?: string | undefined;
}

interface Attempt {
  readonly path: string;
  readonly json: object;
  readonly bearer?: string;
  readonly method?: 'POST' | 'PUT';
  readonly tags?: Readonly<Record<string, string>>;
  /** Refusals that are good answers. */
  readonly refusals?: readonly string[];
  /** Where in a good answer that is what the journey needs. */
  readonly gives?: string;
}

type AskOutcome = Ask<Outcome> & Required<Pick<Ask<Outcome>, 'read'>>;

/** The request of an attempt: a refusal is a good answer only for a reason that was expected. */
export function askOf(key: string, { json, bearer, tags, refusals = [], gives }: Attempt): AskOutcome {
  return {
    json,
    headers: { 'x-attempt': key },
    ...(bearer === undefined ? {} : { bearer }),
    ...(tags === undefined ? {} : { tags }),
    expect: { status: [200, 401, 403, 404, 409], when: (one) => one.status === 200 || refusals.includes(String(one.find('error'))) },
    read: (answer) => outcomeOf(answer, gives),
  };
}

function outcomeOf(answer: Answer, gives: string | undefined): Outcome {
  if (answer.status !== 200) return { status: answer.text('error'), receipt: '', given: '' };
  return { status: 'accepted', receipt: '', given: gives === undefined ? answer.text() : answer.text(gives) };
}

/** Makes an attempt and notes it. What must be refused and is not ends the journey: the audit knows why. */
export async function attempt(user: CustomerUser, step: BankingStep, facts: Facts, asked: Attempt): Promise<Outcome> {
  const key = user.newKey();
  const ask = askOf(key, asked);
  const answer = asked.method === 'PUT' ? user.put(step, asked.path, ask) : user.post(step, asked.path, ask);
  const outcome = await user.journal({ ...facts, key, step }, answer);
  if (facts.bad !== undefined && outcome.status === 'accepted') user.giveUp(`let in although ${facts.bad}`);
  return outcome;
}
