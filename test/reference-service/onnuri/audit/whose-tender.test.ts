import { describe, expect, it } from 'vitest';
import { settleDay } from '../../../../reference-service/onnuri/ledger/settle-day.ts';
import { auditOf, corrupt, examined, loose, payment, shift, store, storyServer, violated } from './made-story.ts';
import { paidStory } from './paid-story.ts';

storyServer();

it('finds nothing where cards, net cancels, refunds and settlement were right', async () => {
  const told = await paidStory();
  await settleDay(told.databaseUrl);
  const audit = await auditOf(told);
  expect(violated(audit)).toEqual({});
  expect(examined(audit)).toMatchObject({
    'one-charge-a-purchase': 2,
    'net-cancelled-is-never-charged': 2,
    'unknown-is-resolved': 1,
    'refund-within-captured': 1,
    'invalid-qr-never-debits': 1,
    'network-agrees': 1,
    // One store took all the money.
    'settled-in-full': 1,
  });
});

describe('every check can fail', () => {
  it.each([
    [
      'a card that is charged without its owner having agreed',
      `update movements set tender = 'card' where key = 'bought'; update entries set account = 2000000000 where amount < 0
         and movement = (select id from movements where key = 'bought'); ${shift(5_000, 2_000_000_000, 13)}`,
      // The network knows nothing of it, and the balance that was told is not that of the books.
      ['tender-as-asked', 'network-agrees'],
    ],
    [
      'a purchase charged by two tenders, because a net cancel moved nothing',
      `delete from entries where movement = (select id from movements where key = 'lost~net'); delete from movements where key = 'lost~net';
       ${shift(3_000, 11, store)}`,
      ['one-charge-a-purchase', 'net-cancelled-is-never-charged', 'reported-equals-ledger', 'receipt-has-entry'],
    ],
    [
      'a payment that came after its net cancel',
      `select move(999, 'payment', 'early', null, 12, ${store}, 4000)`,
      ['net-cancelled-is-never-charged'],
    ],
    [
      'a card payment of which nobody knows',
      `insert into card_payments (key, account, merchant, won) values ('dark', 9, ${store}, 1)`,
      ['unknown-is-resolved'],
    ],
    [
      'a card payment of which somebody knew after an hour',
      `update card_payments set asked_at = ended_at - interval '1 hour' where key = 'by-card'`,
      ['unknown-is-resolved'],
    ],
    [
      'more given back than was paid',
      `${loose} select move(999, 'refund', 'more', (select id from movements where key = 'bought'), ${store}, 13, 4000)`,
      ['refund-within-captured', 'charge-has-attempt'],
    ],
    ['a debit by a QR that is too old', `select move(999, 'payment', 'too-old', null, 14, ${store}, 1000)`, ['invalid-qr-never-debits']],
    ['a bill that was paid by nothing', `insert into paid_bills values ('b', 'nowhere')`, ['invalid-qr-never-debits']],
    ['a message that says declined', `update notifications set said = 'declined' where key = 'bought'`, ['notified-is-booked']],
    ['a message that was not sent', `delete from notifications where key = 'bought'`, ['notified-is-booked']],
    ['a message that was sent twice', `insert into notifications select * from notifications where key = 'bought'`, ['notified-is-booked']],
    ['a charge that the network bills alone', `insert into network_charges values ('other', 9, 5, 'authorised')`, ['network-agrees']],
    ['a charge that the network forgot', `update network_charges set state = 'cancelled' where key = 'by-card'`, ['network-agrees']],
  ])('fails on %s', async (_, sql, expected) => {
    const told = await paidStory();
    await corrupt(told, sql);
    expect(Object.keys(violated(await auditOf(told)))).toEqual(expect.arrayContaining(expected));
  });

  it('fails on a merchant who was not paid out, and on one who was paid twice', async () => {
    const told = await paidStory();
    await settleDay(told.databaseUrl);
    await corrupt(
      told,
      `${loose} select move(999, 'payment', 'after', null, 9, 1000000002, 700);
      select move(998, 'settlement', 'settle~day-1~again', null, ${store}, 2000000001, 5)`,
    );
    told.journal.push(payment(9, 'after', 700, 'unknown', '', { store: 2 }));
    // The store of the night has 5 less than nothing, another one 700 left, and one was paid twice.
    expect(violated(await auditOf(told))).toMatchObject({ 'settled-in-full': 3 });
  });
});
