import type { CustomerUser, LoggedIn } from '../customer-user.ts';
import type { BankingStep } from '../steps.ts';
import { askOf, attempt, type Facts, type Outcome } from './attempts.ts';
import { mistyped, shownCode, type Token } from './codes.ts';

/** Wrong ones sent at once: two more than are allowed. */
const GUESSES = { pins: 7, codes: 12 } as const;

interface Guess {
  readonly path: string;
  readonly json: object;
  readonly bearer?: string;
  readonly refusals: readonly string[];
}

/** Sends all at once, and notes each: the bank must judge them one by one. */
async function guessAtOnce(user: CustomerUser, step: BankingStep, facts: Facts, guesses: readonly Guess[]): Promise<void> {
  const keys = guesses.map(() => user.newKey());
  const requests = guesses.map((guess, i) => ({ method: 'POST', path: guess.path, ...askOf(keys[i]!, guess) }) as const);
  const outcomes: Promise<readonly Outcome[]> = user.all(step, requests);
  await Promise.all(
    keys.map((key, i) =>
      user.journal(
        { ...facts, key, step },
        outcomes.then((all) => all[i]!),
      ),
    ),
  );
}

const wrongPin = (pin: string, i: number): string => String((Number(pin) + 1 + i) % 1_000_000).padStart(6, '0');

/** Somebody guesses a PIN, until nobody gets in, not even with the right one. */
export async function guessPins(user: CustomerUser, login: { readonly pin: string; readonly user: string }): Promise<never> {
  const facts = { act: 'login', customer: user.number + 1 };
  const guesses = Array.from({ length: GUESSES.pins }, (_, i) => ({ ...login, pin: wrongPin(login.pin, i) }));
  const refusals = ['wrong-pin', 'locked'];
  await guessAtOnce(
    user,
    'guess-pins',
    facts,
    guesses.map((json) => ({ path: '/login', json, refusals })),
  );
  await attempt(user, 'locked-out', { ...facts, bad: 'locked' }, { path: '/login', json: login, refusals: ['locked'] });
  user.turnedAway('locked after wrong PINs');
}

/** The same with codes of a token. */
export async function guessCodes(user: CustomerUser, { bearer, customer }: LoggedIn, token: Token): Promise<never> {
  const { serial } = token;
  const facts = { act: 'code', customer, serial };
  const refusals = ['wrong-code', 'locked'];
  const guesses = Array.from({ length: GUESSES.codes }, (_, i) => mistyped(shownCode(token, 20 + i)));
  await guessAtOnce(
    user,
    'guess-codes',
    facts,
    guesses.map(({ code }) => ({ path: '/codes', json: { serial, code }, bearer, refusals })),
  );
  const { code, counter } = shownCode(token);
  const right = { path: '/codes', json: { serial, code }, bearer, refusals: ['locked'] };
  await attempt(user, 'locked-out', { ...facts, counter, bad: 'locked' }, right);
  user.turnedAway('locked after wrong codes');
}
