import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLedger, type Ledger } from '../../../reference-service/onnuri/ledger/ledger.ts';
import { OPENING_OF_FIVE, type TestLedger, testLedger } from '../support/ledger-part.ts';

let database: TestLedger;
let ledger: Ledger;

beforeAll(async () => {
  database = await testLedger();
  ledger = connectLedger(database.databaseUrl, 16, () => {});
});
afterAll(async () => {
  await ledger.close();
  await database.stop();
});

/** A session of user 5 that was sent the code 123456. */
async function sentCode() {
  const session = { id: randomUUID(), user: 5 };
  const request = randomUUID();
  await ledger.openSession(session, 'register', 1);
  await ledger.storeCode(request, session, '123456');
  return { session, request };
}

it('counts wrong codes exactly when many are tried at once: four are wrong, the fifth blocks, and the right one comes too late', async () => {
  const { session, request } = await sentCode();
  const told = await Promise.all(Array.from({ length: 20 }, () => ledger.confirmCode(request, session, '000000')));
  expect(told.filter((status) => status === 'wrong')).toHaveLength(4);
  expect(told.filter((status) => status === 'blocked')).toHaveLength(16);
  expect(await ledger.confirmCode(request, session, '123456')).toBe('blocked');
});

it('takes a code for 180 s and not longer', async () => {
  const { session, request } = await sentCode();
  await database.ask(`update codes set sent_at = now() - interval '181 seconds' where request = $1`, [request]);
  expect(await ledger.confirmCode(request, session, '123456')).toBe('expired');
  await database.ask(`update codes set sent_at = now() - interval '150 seconds' where request = $1`, [request]);
  expect(await ledger.confirmCode(request, session, '123456')).toBe('verified');
});

it("does not take a code of another session's request", async () => {
  const [mine, other] = [await sentCode(), await sentCode()];
  expect(await ledger.confirmCode(other.request, mine.session, '123456')).toBe('unknown');
});

it('registers a card only after the identity was confirmed, and only for ten minutes', async () => {
  const { session, request } = await sentCode();
  expect((await ledger.registerCard(session, 'early', 'digest')).status).toBe('unverified');
  await ledger.confirmCode(request, session, '123456');
  await database.ask(`update sessions set verified_at = now() - interval '11 minutes' where id = $1`, [session.id]);
  expect((await ledger.registerCard(session, 'late', 'digest')).status).toBe('unverified');
  expect(await database.ask(`select count(*)::int as cards from cards where key in ('early', 'late')`)).toEqual([{ cards: 0 }]);
});

it('registers once for many taps with one key, and refuses the key for another card', async () => {
  const { session, request } = await sentCode();
  await ledger.confirmCode(request, session, '123456');
  const told = await Promise.all(Array.from({ length: 20 }, () => ledger.registerCard(session, 'tap', 'digest')));
  expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(told[0]).toMatchObject({ status: 'registered', opened: OPENING_OF_FIVE });
  expect((await ledger.registerCard(session, 'tap', 'other')).status).toBe('conflict');
});
