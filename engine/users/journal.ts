import type { Journalled, Receipt, User } from '../../models/definition/user.ts';
import type { JournalFact } from '../../models/workload/log/journal.ts';
import { stepNamed } from '../recording/step-table.ts';
import { type Host, numberOf } from './context.ts';

/** Characters of a text that are kept: a receipt comes from the target. */
const LONGEST_TEXT = 80;

const short = (text: string): string => text.slice(0, LONGEST_TEXT);

/** The facts of the service, which the engine does not understand. */
function factsOf(asked: Journalled): Record<string, JournalFact> {
  const { key: _, amount: __, step: ___, ...rest } = asked;
  const facts: Record<string, JournalFact> = {};
  for (const name of Object.keys(rest)) {
    const value = rest[name];
    if (value === undefined) continue;
    const fits = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    if (!fits) throw new Error(`journal.${name}: must be a text, a finite number or a boolean, got ${String(value)}`);
    facts[name] = typeof value === 'string' ? short(value) : value;
  }
  return facts;
}

/** The function of a user that notes what was asked and answered. */
export function journalOf(host: Host): User['journal'] {
  const { unanswered, book, surge, steps, rows } = host;
  return function (this: unknown, asked, answer) {
    const { row } = this as { readonly row: number };
    const { key = '', amount = null, step } = asked;
    const name = step === undefined ? surge.steps[rows.step[row]!]!.name : stepNamed(steps, step).name;
    const entry = { person: numberOf(host, row), step: name, key, amount, facts: factsOf(asked) };
    const note = ({ status, receipt }: Receipt): void => {
      if (unanswered.delete(entry)) book.journal({ ...entry, status: short(status), receipt: short(receipt) });
    };
    unanswered.add(entry);
    return answer.then(
      (heard) => {
        note(heard);
        return heard;
      },
      (error: unknown) => {
        note({ status: 'unknown', receipt: '' });
        throw error;
      },
    );
  };
}
