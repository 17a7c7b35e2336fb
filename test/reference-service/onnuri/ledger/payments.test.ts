import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merchantAccount } from '../../../../reference-service/onnuri/ledger/account-number.ts';
import { connectLedger, type Ledger } from '../../../../reference-service/onnuri/ledger/ledger.ts';
import { OPENING_OF_FIVE, type TestLedger, testLedger } from '../../support/ledger-part.ts';

const STORE = merchantAccount(1);
const TAPS = 50;
const taps = <T>(tap: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: TAPS }, (_, i) => tap(i)));

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

const balanceOf = async (account: number): Promise<number> =>
  Number((await database.ask('select balance from accounts where id = $1', [account]))[0]?.balance);
const movementsOf = async (keys: string): Promise<number> =>
  Number((await database.ask('select count(*) from movements where key like $1', [keys]))[0]?.count);

describe('the opening', () => {
  it('gives every user the balance of the formula and books it against the float', async () => {
    expect(await ledger.balance(5)).toBe(OPENING_OF_FIVE);
    expect(await database.ask('select sum(balance)::int as sum from accounts')).toEqual([{ sum: 0 }]);
    expect(
      await database.ask(`select count(*)::int as legs from entries e join movements m on m.id = e.movement where m.kind = 'opening'`),
    ).toEqual([{ legs: 100 }]);
  });

  it('knows no balance of a user who is not there', async () => {
    expect(await ledger.balance(51)).toBeNull();
  });
});

describe('a payment', () => {
  it('moves the amount from the user to the store, in two legs, and names the balance', async () => {
    const paid = await ledger.pay('plain-1', 1, STORE, 700);
    const [user, store] = [await balanceOf(1), await balanceOf(STORE)];
    expect(paid).toMatchObject({ status: 'approved', receipt: expect.stringMatching(/^R-\d{10}$/), balance: user });
    expect(store).toBeGreaterThanOrEqual(700);
    const legs = await database.ask(`select account, amount from entries e join movements m on m.id = e.movement where m.key = 'plain-1'`);
    expect(legs).toHaveLength(2);
    expect(legs).toContainEqual({ account: '1', amount: '-700' });
    expect(legs).toContainEqual({ account: String(STORE), amount: '700' });
  });

  it('charges once for fifty taps with one key, and tells all fifty the same', async () => {
    const before = await balanceOf(2);
    const told = await taps(() => ledger.pay('double-tap', 2, STORE, 900));
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(told[0]?.status).toBe('approved');
    expect(await balanceOf(2)).toBe(before - 900);
    expect(await movementsOf('double-tap')).toBe(1);
  });

  it('refuses a key that was used with another amount, store or user, under fifty taps at once', async () => {
    const before = (await balanceOf(3)) + (await balanceOf(4));
    const told = await taps((i) => ledger.pay('conflict', 3 + (i % 2), STORE + (i % 3), 500 + (i % 5)));
    const approved = told.filter(({ status }) => status === 'approved');
    expect(new Set(approved.map(({ receipt }) => receipt)).size).toBe(1);
    // Of the 2 · 3 · 5 = 30 different bodies one wins; taps 0 to 49 repeat the first twenty bodies.
    expect([1, 2]).toContain(approved.length);
    expect(told.filter(({ status }) => status === 'conflict')).toHaveLength(TAPS - approved.length);
    expect(await movementsOf('conflict')).toBe(1);
    expect(before - (await balanceOf(3)) - (await balanceOf(4))).toBeGreaterThanOrEqual(500);
  });

  it('never lets fifty taps with different keys spend more than there is', async () => {
    const money = await balanceOf(6);
    const price = Math.floor(money / 7);
    const told = await taps((i) => ledger.pay(`spend-${i}`, 6, STORE, price));
    expect(told.filter(({ status }) => status === 'approved')).toHaveLength(7);
    expect(told.filter(({ status }) => status === 'declined')).toHaveLength(TAPS - 7);
    expect(await balanceOf(6)).toBe(money - 7 * price);
  });

  it('stays declined when the key is tried again, and leaves no entry', async () => {
    const first = await ledger.pay('too-much', 7, STORE, 999_999_999);
    expect(first).toMatchObject({ status: 'declined', receipt: null });
    expect(await ledger.pay('too-much', 7, STORE, 999_999_999)).toEqual(first);
    expect(await movementsOf('too-much')).toBe(0);
  });

  it('cannot be booked below zero even past the functions, nor to a store that is not there', async () => {
    await expect(database.ask('update accounts set balance = -1 where id = 8')).rejects.toThrow(/balance_not_negative/);
    const before = await balanceOf(8);
    await expect(ledger.pay('nowhere', 8, merchantAccount(6), 100)).rejects.toThrow(/foreign key/);
    expect(await balanceOf(8)).toBe(before);
    expect(await movementsOf('nowhere')).toBe(0);
  });

  it('knows no user that is not there', async () => {
    expect((await ledger.pay('stranger', 51, STORE, 100)).status).toBe('no-account');
  });
});

describe('a cancel', () => {
  it('gives the money back once, whatever is tapped', async () => {
    const before = await balanceOf(9);
    await ledger.pay('regret', 9, STORE, 1_000);
    const told = await taps((i) => ledger.cancel(`undo-${i % 2}`, 9, 'regret'));
    expect(told.filter(({ status }) => status === 'cancelled')).toHaveLength(TAPS / 2);
    expect(told.filter(({ status }) => status === 'already-cancelled')).toHaveLength(TAPS / 2);
    expect(await balanceOf(9)).toBe(before);
  });

  it("takes back nobody else's payment, and none that never was", async () => {
    await ledger.pay('mine', 10, STORE, 1_000);
    expect((await ledger.cancel('theft', 11, 'mine')).status).toBe('no-original');
    expect((await ledger.cancel('ghost', 10, 'never')).status).toBe('no-original');
    expect((await ledger.cancel('mine', 10, 'mine')).status).toBe('conflict');
  });
});

it('loses no won when payments and cancels of many users cross', async () => {
  const users = [20, 21, 22, 23, 24];
  await taps(async (i) => {
    const user = users[i % users.length] ?? 20;
    await ledger.pay(`cross-${i}`, user, STORE + (i % 5), 100 + i);
    if (i % 3 === 0) await ledger.cancel(`cross-undo-${i}`, user, `cross-${i}`);
  });
  const drift = await database.ask(
    'select a.id from accounts a join entries e on e.account = a.id group by a.id, a.balance having a.balance <> sum(e.amount)',
  );
  expect(drift).toEqual([]);
  expect(await database.ask('select sum(balance)::int as sum from accounts')).toEqual([{ sum: 0 }]);
});
