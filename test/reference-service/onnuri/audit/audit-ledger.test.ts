import { describe, expect, it } from 'vitest';
import { auditOf, corrupt, examined, loose, payment, shift, store, story, storyServer, violated } from './made-story.ts';

storyServer();

it('finds nothing where everybody was told the truth, and says how much it looked at', async () => {
  const audit = await auditOf(await story());
  expect(audit).toMatchObject({ done: true, reason: null, unknownResolved: { charged: 1, notCharged: 0 } });
  expect(violated(audit)).toEqual({});
  expect(examined(audit)).toEqual({
    // 20 users, 3 stores, the float, the card network, the bank; 20 opening movements, three payments and a cancel.
    'money-conserved': 26 + 24,
    // Neither the float nor the network.
    'no-negative-balance': 24,
    'no-double-charge': 4,
    'one-opening-each': 20,
    'booked-in-the-run': 4,
    'receipt-has-entry': 3,
    'reported-equals-ledger': 4,
    'payer-and-store-as-asked': 2,
    'declined-only-when-poor': 1,
    'cancel-undoes-what-was-named': 1,
    'unknown-charged-as-asked': 1,
    'answers-kept': 4,
    'balance-told-is-that-of-the-books': 4,
    'charge-has-attempt': 4,
    'tender-as-asked': 3,
    'one-charge-a-purchase': 0,
    'net-cancelled-is-never-charged': 0,
    'unknown-is-resolved': 0,
    'refund-within-captured': 0,
    'invalid-qr-never-debits': 0,
    // An answer a message: three payments, a decline, a cancel.
    'notified-is-booked': 5,
    'network-agrees': 0,
    'settled-in-full': 0,
    'card-kept': 1,
    'card-after-identity': 1,
    'card-has-attempt': 1,
    'admission-has-ticket': 3,
    'session-belongs-to-person': 3,
    'login-kept': 3,
    // 24 movements, 5 answers, a card, 3 sessions.
    'nothing-booked-meanwhile': 33,
  });
});

describe('every check can fail', () => {
  it.each([
    ['a won that appears from nowhere', 'update accounts set balance = balance + 1 where id = 9', { 'money-conserved': 2 }],
    [
      'a leg that is missing',
      `delete from entries where account = 1 and amount < 0`,
      { 'money-conserved': 2, 'payer-and-store-as-asked': 1 },
    ],
    ['legs that do not sum to zero', `update entries set amount = amount + 1 where account = 0 and movement = 4`, { 'money-conserved': 2 }],
    ['an entry of no movement', `${loose} insert into entries values (999, 5, 10), (999, 6, -10)`, { 'money-conserved': 4 }],
    [
      'a balance below zero',
      `${loose} insert into movements (id, kind) values (999, 'opening'); insert into entries values (999, 5, -9000000), (999, 6, 9000000);
       ${shift(9_000_000, 5, 6)}`,
      { 'no-negative-balance': 1, 'one-opening-each': 3 },
    ],
    [
      'a purchase that is charged twice',
      `${loose} select move(999, 'payment', 'paid', null, 1, 1000000001, 1000)`,
      // The second entry contradicts the receipt the user has, and the balance.
      { 'no-double-charge': 1, 'reported-equals-ledger': 1, 'balance-told-is-that-of-the-books': 1 },
    ],
    [
      'a payment that is taken back twice',
      `${loose} select move(999, 'cancel', 'undone-again', (select id from movements where key = 'regretted'), 1000000001, 2, 1)`,
      { 'no-double-charge': 1, 'charge-has-attempt': 1, 'cancel-undoes-what-was-named': 1, 'refund-within-captured': 1 },
    ],
    ['a charge nobody asked for', `select move(999, 'payment', 'theft', null, 4, 1000000001, 5)`, { 'charge-has-attempt': 1 }],
    [
      'a receipt without an entry',
      `update movements set key = 'lost' where key = 'paid'; ${loose}
       update entries set movement = 888 where movement = (select id from movements where key = 'lost');
       update movements set id = 888 where key = 'lost'`,
      { 'receipt-has-entry': 1, 'reported-equals-ledger': 1, 'charge-has-attempt': 1 },
    ],
    [
      'another amount than was told',
      `update entries set amount = amount * 3 where movement = (select id from movements where key = 'paid'); ${shift(2_000, 1, store)}`,
      { 'reported-equals-ledger': 1, 'balance-told-is-that-of-the-books': 1 },
    ],
    ['a decline that was charged', `select move(999, 'payment', 'poor', null, 3, 1000000001, 500)`, { 'reported-equals-ledger': 1 }],
  ])('fails on %s', async (_, sql, expected) => {
    const told = await story();
    await corrupt(told, sql);
    const audit = await auditOf(told);
    expect(violated(audit)).toEqual(expected);
    for (const { violations, examples } of audit.checks) expect(examples).toHaveLength(Math.min(10, violations));
  });

  it('fails on what users were told of payments that never were', async () => {
    const told = await story();
    told.journal.push(payment(9, 'dreamt', 5, 'approved', 'R-0000099999'));
    told.journal.push(payment(1, 'paid', 1_000, 'declined', '', {}));
    told.journal.push(payment(9, 'never', 5, 'cancelled', '', {}));
    expect(violated(await auditOf(told))).toEqual({
      'receipt-has-entry': 1,
      'reported-equals-ledger': 3,
      'answers-kept': 3,
      'declined-only-when-poor': 1,
    });
  });
});
