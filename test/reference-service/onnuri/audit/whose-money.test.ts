import { describe, expect, it } from 'vitest';
import { auditOf, corrupt, loose, type Story, shift, store, story, storyServer, violated } from './made-story.ts';

storyServer();

describe('whose money it is', () => {
  it.each([
    [
      'a payment debited from another user',
      `update entries set account = 9 where movement = 21 and account = 1; ${shift(1_000, 9, 1)}`,
      { 'payer-and-store-as-asked': 1 },
    ],
    [
      'a payment that another store gets',
      `update entries set account = 1000000002 where movement = 21 and account = ${store}; ${shift(1_000, store, 1_000_000_002)}`,
      { 'payer-and-store-as-asked': 1 },
    ],
    [
      'a cancel that refunds another user',
      `update entries set account = 9 where movement = 23 and account = 2; ${shift(2_000, 2, 9)}`,
      { 'cancel-undoes-what-was-named': 1 },
    ],
    [
      'a cancel of another amount',
      `update entries set amount = sign(amount) * 500 where movement = 23; ${shift(1_500, 2, store)}`,
      { 'cancel-undoes-what-was-named': 1, 'reported-equals-ledger': 1, 'balance-told-is-that-of-the-books': 1 },
    ],
    [
      'a cancel that takes back another payment',
      `update movements set reverses = 21 where id = 23`,
      // Neither the legs nor the name are those of the payment asked for, and that one was smaller.
      { 'cancel-undoes-what-was-named': 2, 'refund-within-captured': 1 },
    ],
    ['a cancel that names no payment', `update movements set reverses = null where id = 23`, { 'cancel-undoes-what-was-named': 2 }],
    ['money taken from a user as an opening', `select move(999, 'opening', null, null, 9, 0, 500)`, { 'one-opening-each': 2 }],
    ['money made for a user as an opening', `select move(999, 'opening', null, null, 0, 9, 500)`, { 'one-opening-each': 2 }],
    [
      'money made for a store as an opening before the run',
      `select move(999, 'opening', null, null, 0, ${store}, 500); update movements set at = at - interval '1 day' where id = 999`,
      { 'one-opening-each': 1 },
    ],
    [
      'an opening that is missing',
      `delete from entries where movement = 9; delete from movements where id = 9;
       update accounts set balance = balance + opening_balance(9) where id = 0; update accounts set balance = 0 where id = 9`,
      { 'one-opening-each': 1 },
    ],
    [
      'a payment without an answer, charged ten times as much',
      `update entries set amount = amount * 10 where movement = 24; ${shift(6_300, 5, store)}`,
      { 'unknown-charged-as-asked': 1, 'balance-told-is-that-of-the-books': 1 },
    ],
    [
      'a payment without an answer, charged to another user',
      `update entries set account = 9 where movement = 24 and account = 5; ${shift(700, 9, 5)}`,
      { 'unknown-charged-as-asked': 1 },
    ],
    [
      'a payment without an answer, charged twice',
      `${loose} select move(999, 'payment', 'silent', null, 5, ${store}, 700)`,
      { 'unknown-charged-as-asked': 1, 'no-double-charge': 1, 'balance-told-is-that-of-the-books': 1 },
    ],
    ['a payment of the day before', `update movements set at = at - interval '1 day' where key = 'paid'`, { 'booked-in-the-run': 1 }],
    [
      'a balance that was told wrongly',
      `update answers set balance = balance + 1 where key = 'paid'`,
      { 'balance-told-is-that-of-the-books': 1 },
    ],
    ['an answer that was lost', `delete from answers where key = 'paid'`, { 'answers-kept': 1, 'notified-is-booked': 1 }],
    [
      'an answer that was changed',
      `update answers set receipt = 'R-0000000001' where key = 'paid'`,
      { 'answers-kept': 1, 'notified-is-booked': 1 },
    ],
    ['an answer kept for another body', `update answers set body = '1000000002:1000' where key = 'paid'`, { 'answers-kept': 1 }],
  ])('fails on %s', async (_, sql, expected) => {
    const told = await story();
    await corrupt(told, sql);
    expect(violated(await auditOf(told))).toEqual(expected);
  });

  it('fails on a decline of what the user had, and not on one of a won more', async () => {
    const told = await story();
    // 30,000 + (3 · 7919 mod 48) · 10,000 by the formula in seed.sql.
    const held = 30_000 + ((3 * 7_919) % 48) * 10_000;
    const declined = (amount: number): Story => ({
      ...told,
      journal: told.journal.map((entry) => (entry.key === 'poor' ? { ...entry, amount } : entry)),
    });
    for (const amount of [held, held + 1]) {
      await corrupt(told, `update answers set body = '${store}:${amount}' where key = 'poor'`);
      expect(violated(await auditOf(declined(amount))), String(amount)).toEqual(amount > held ? {} : { 'declined-only-when-poor': 1 });
    }
  });

  it('finds a cancel without an answer that took back another payment, and takes one for right that took back the one named', async () => {
    const told = await story();
    const silent = (of: string): Story => ({
      ...told,
      journal: told.journal.map((entry) => (entry.key === 'undone' ? { ...entry, status: 'unknown', receipt: '', facts: { of } } : entry)),
    });
    expect(violated(await auditOf(silent('regretted')))).toEqual({});
    expect(violated(await auditOf(silent('paid')))).toEqual({ 'unknown-charged-as-asked': 1 });
  });
});
