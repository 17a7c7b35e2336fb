import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLedger, type Ledger } from '../../../../reference-service/onnuri/ledger/ledger.ts';
import { OPENING_OF_FIVE, type TestLedger, testLedger } from '../../support/ledger-part.ts';

let database: TestLedger;
let ledger: Ledger;

beforeAll(async () => {
  database = await testLedger();
  ledger = connectLedger(database.databaseUrl, 4, () => {});
});
afterAll(async () => {
  await ledger.close();
  await database.stop();
});

it('registers once for many taps with one key, and refuses the key for another card or user', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ledger.registerCard(5, 'tap', 'digest', 1_000)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 'registered', opened: OPENING_OF_FIVE });
  const others = await Promise.all([ledger.registerCard(5, 'tap', 'other', 1_000), ledger.registerCard(6, 'tap', 'digest', 1_000)]);
  expect(others).toEqual([{ status: 'conflict' }, { status: 'conflict' }]);
  expect(await database.ask(`select count(*)::int as cards from cards where key = 'tap'`)).toEqual([{ cards: 1 }]);
});

it('gives everybody of a batch their own answer', async () => {
  const users = [1, 2, 3, 4, 51, 5];
  const [cards, balances] = await Promise.all([
    Promise.all(users.slice(0, 4).map((user) => ledger.registerCard(user, `card-${user}`, 'digest', 1_000))),
    Promise.all(users.map((user) => ledger.balance(user))),
  ]);
  expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(4);
  expect(cards.map((card) => card.status === 'registered' && card.opened)).toEqual(balances.slice(0, 4));
  expect(balances.slice(4)).toEqual([null, OPENING_OF_FIVE]);
});

it('notes every session of a batch with its lane and ticket', async () => {
  const sessions = [1, 2, 3].map((user) => ({ id: randomUUID(), user }));
  await Promise.all(sessions.map((session) => ledger.openSession(session, 'register', session.user + 10)));
  expect(await database.ask('select id, account::int, lane, ticket::int from sessions order by account')).toEqual(
    sessions.map(({ id, user }) => ({ id, account: user, lane: 'register', ticket: user + 10 })),
  );
});
