import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { birthDigitOf, MONDAY_DIGITS } from '../../../models/people/visitor.ts';
import type { JournalEntry } from '../../../models/workload/log/journal.ts';
import { auditBooks } from '../../../reference-service/coupon/audit/audit-books.ts';
import { ask } from '../support/ask.ts';
import { passFor } from '../support/test-node.ts';
import { couponNode, testBooks } from './coupon-node.ts';

const STOCK = 5;
let books: Awaited<ReturnType<typeof testBooks>>;
let node: Awaited<ReturnType<typeof couponNode>>;
beforeAll(async () => {
  books = await testBooks(STOCK);
  node = await couponNode(books.databaseUrl, { closesAfter: 3_600 });
  // The first visitor starts the clock.
  await ask(node.url, 'GET', '/today', undefined, passFor('apply', 1));
});
afterAll(async () => {
  await node.close();
  await books.stop();
});

const users = Array.from({ length: 200 }, (_, i) => i + 1);
const theirDay = users.filter((user) => MONDAY_DIGITS.includes(birthDigitOf(user)));
const otherDay = users.filter((user) => !MONDAY_DIGITS.includes(birthDigitOf(user)));

const journal: JournalEntry[] = [];
const told = (user: number, step: string, key: string, status: string, receipt = '', facts: JournalEntry['facts'] = {}): void => {
  journal.push({ person: user - 1, step, key, amount: null, status, receipt, facts });
};
const audit = async (more: readonly JournalEntry[] = []) => {
  const input = { journal: [...journal, ...more], admissions: [], journalComplete: true, accounts: null, startedAt: 0 };
  const { done, reason, checks } = await auditBooks(books.databaseUrl, input);
  expect([done, reason]).toEqual([true, null]);
  return Object.fromEntries(checks.filter(({ violations }) => violations > 0).map(({ name, violations }) => [name, violations]));
};

describe('the coupon', () => {
  it('takes an application of a person whose day it is, once, and answers a repeated one alike', async () => {
    const [user = 0] = theirDay;
    expect(await node.call(user, 'GET', '/eligibility')).toMatchObject({ status: 200, body: { eligible: true, comeBack: 'Monday' } });
    const first = await node.call(user, 'POST', '/applications', { key: 'a' });
    expect(first).toMatchObject({ status: 200, body: { status: 'accepted' } });
    expect(await node.call(user, 'POST', '/applications', { key: 'a' })).toEqual(first);
    expect(await node.call(user, 'POST', '/applications', { key: 'b' })).toMatchObject({ status: 409, body: { error: 'duplicate' } });
    told(user, 'apply', 'a', 'accepted', String(first.body.receipt), { digit: birthDigitOf(user) });
  });

  it('sends everybody else away before they fill in anything, and says when to come', async () => {
    const [user = 0] = otherDay;
    expect(await node.call(user, 'GET', '/eligibility')).toMatchObject({ body: { eligible: false } });
    expect(await node.call(user, 'POST', '/applications', { key: 'c' })).toMatchObject({
      status: 422,
      body: { error: 'not-today', owner: 'user' },
    });
    told(user, 'eligibility', '', 'not-today', '', { digit: birthDigitOf(user) });
  });

  it('sells as many vouchers as there are to forty people at once, one each', async () => {
    const answers = await Promise.all(users.slice(0, 40).map((user) => node.call(user, 'POST', '/purchases', { key: `p${user}` })));
    for (const [i, { status, body }] of answers.entries())
      told(i + 1, 'buy', `p${i + 1}`, status === 200 ? 'bought' : 'sold-out', status === 200 ? String(body.receipt) : '');
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(STOCK);
    expect(answers.filter(({ body }) => body.error === 'sold-out')).toHaveLength(40 - STOCK);
    const bought = answers.findIndex(({ status }) => status === 200) + 1;
    expect(await node.call(bought, 'POST', '/purchases', { key: `p${bought}` })).toEqual(answers[bought - 1]);
    expect(await node.call(bought, 'POST', '/purchases', { key: 'one-more' })).toMatchObject({ status: 409 });
  });

  it('says after the close that it is closed', async () => {
    const closed = await couponNode(books.databaseUrl, { closesAfter: 0.001 });
    await ask(closed.url, 'GET', '/today', undefined, passFor('apply', 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const late = await closed.call(theirDay[1]!, 'POST', '/applications', { key: 'late' });
    expect(late).toMatchObject({ status: 410, body: { error: 'closed' } });
    await closed.close();
    // That was another night: the books have one.
    await books.ask(`delete from refusals; delete from closing where closes_at < now() + interval '1 minute'`);
  });
});

describe('the audit', () => {
  it('finds nothing where everybody was told the truth', async () => {
    expect(await audit()).toEqual({});
  });

  it.each([
    ['a voucher too many', `insert into purchases (key, person) values ('x', 999)`, 'never-oversold'],
    ['a sale that stopped early', 'update stock set total = total + 1, left_over = 1', 'sold-out-only-when-empty'],
    ['a receipt without a row', `delete from applications where key = 'a'`, 'receipt-has-row'],
    ['an application nobody made', `insert into applications (key, person, received_at) values ('y', 999, now())`, 'row-has-attempt'],
    [
      'one of a person whose day it is not',
      `insert into applications (key, person, received_at) values ('y', ${otherDay[0]}, now())`,
      'others-never-served',
    ],
    ['one after the close', `update applications set received_at = now() + interval '2 hours'`, 'close-is-exact'],
    ['a refusal before the close', `insert into refusals values ('z', now())`, 'close-is-exact'],
  ])('fails on %s', async (_, sql, expected) => {
    await books.ask(
      `create table kept_stock as table stock; create table kept_rows as table applications; create table kept_sold as table purchases; ${sql}`,
    );
    expect(Object.keys(await audit())).toContain(expected);
    await books.ask(`truncate stock, applications, purchases, refusals; insert into stock table kept_stock;
      insert into applications overriding system value table kept_rows; insert into purchases overriding system value table kept_sold;
      drop table kept_stock, kept_rows, kept_sold`);
  });

  it('fails on a person who was turned away on their own day', async () => {
    const turnedAway = {
      person: theirDay[2]! - 1,
      step: 'eligibility',
      key: '',
      amount: null,
      status: 'not-today',
      receipt: '',
      facts: { digit: 6 },
    };
    expect(await audit([turnedAway])).toEqual({ 'eligible-never-turned-away': 1 });
  });
});
