import { describe, expect, it } from 'vitest';
import { change, found, planted, STARTED_AT, tenPeople } from '../made-history.ts';

describe('money', () => {
  it('finds a balance one won below zero', () =>
    expect(planted('no-negative-balance', (history) => change(history, 'balance', 0, { amount: -1 }))).toEqual(['account a0: -1']));

  it('finds one won too many, and amounts that are not whole', () => {
    expect(planted('money-conserved', (history) => change(history, 'balance', 0, { amount: 91 }))).toEqual([
      'all 20 accounts: 1000 before, 1001 after, 1 more',
    ]);
    expect(planted('money-conserved', (history) => change(history, 'balance', 0, { amount: 90.5 }))).toEqual([
      'account a0: 100 and 90.5 must be whole',
    ]);
  });

  it('finds a purchase that is charged under two keys', () =>
    expect(planted('charged-once', (history) => change(history, 'payment', 7, { status: 'accepted', tender: 'voucher' }))).toEqual([
      'purchase b3: receipts r-3, r-3-before',
    ]));

  it('finds a payment from another tender, unless the person confirmed it', () => {
    const plant = (history: ReturnType<typeof tenPeople>) => change(history, 'payment', 4, { tender: 'voucher' });
    expect(planted('tender-as-asked', plant)).toEqual(['key k-2: charged voucher, asked for card']);
    const history = tenPeople();
    plant(history);
    history.entries[2] = { ...history.entries[2]!, facts: { tender: 'card', confirmed: 'voucher' } };
    expect(found('tender-as-asked', history).violations).toBe(0);
  });

  it('finds payments that stay unknown, and one that was final too late', () =>
    expect(
      planted('unknown-is-resolved', (history) => {
        change(history, 'payment', 0, { status: 'unknown', settledAt: null });
        change(history, 'payment', 2, { settledAt: STARTED_AT + 1_000 + 300_001 });
      }),
    ).toEqual(['key k-0: unknown since 2026-11-30T00:53:20.000Z', 'key k-1: final after 300001 ms, at most 300000 ms allowed']));

  it('leaves a payment alone that is open for less than the time', () => {
    const history = tenPeople();
    change(history, 'payment', 0, { status: 'unknown', settledAt: null });
    expect(found('unknown-is-resolved', history, { within: 500_000 }).violations).toBe(0);
  });

  it('finds an approval of a payment that was cancelled before it came', () =>
    expect(planted('cancel-blocks-approval', ({ records }) => records.cancellation.push({ key: 'k-6', at: STARTED_AT }))).toEqual([
      'key k-6: cancelled, and approved as r-6',
    ]));

  it('finds refunds that together are one won too many, and one of nothing', () =>
    expect(
      planted('refund-within-captured', ({ records }) => {
        records.refund.push({ receipt: 'r-1', amount: 91, at: STARTED_AT }, { receipt: 'none', amount: 1, at: STARTED_AT });
      }),
    ).toEqual(['receipt r-1: refunded 101, captured 100', 'receipt none: refunded 1, captured 0']));

  it('finds debits of a code that is invalid, unknown, or a millisecond too old', () =>
    expect(
      planted('expired-code-never-debits', (history) => {
        change(history, 'code', 0, { valid: false });
        change(history, 'payment', 2, { code: 'made-up' });
        change(history, 'code', 2, { issuedAt: STARTED_AT + 2_000 - 180_001 });
      }),
    ).toEqual(['receipt r-0: code q0 is not valid', 'receipt r-1: code made-up is not valid', 'receipt r-2: code q2 was 180001 ms old']));

  it('finds one sale more than there was, and a sale of what never was', () =>
    expect(
      planted('never-oversold', (history) => {
        change(history, 'stock', 0, { quantity: 7 });
        history.records.sale.push({ item: 'ghost', quantity: 1, status: 'accepted' });
      }),
    ).toEqual(['item flat: 8 sold of 7', 'item ghost: 1 sold of 0']));

  it('finds a key with two bodies, and a request with two answers', () =>
    expect(
      planted('key-means-one-request', (history) => {
        change(history, 'request', 2, { code: 200 });
        change(history, 'request', 4, { answer: 'other' });
      }),
    ).toEqual(['key k-0: accepted with two bodies', 'key k-1: the same request got two answers']));

  it('finds every difference between what was told and what is booked', () => {
    const plant = (history: ReturnType<typeof tenPeople>) => {
      change(history, 'payment', 0, { status: 'refused' });
      change(history, 'payment', 2, { receipt: 'other' });
      change(history, 'payment', 4, { amount: 1 });
      change(history, 'payment', 16, { status: 'accepted' });
    };
    expect(planted('told-is-booked', plant)).toEqual([
      'key k-0 of person 0: told accepted as r-0, not in the books',
      'key k-1 of person 1: told accepted as r-1, booked as other',
      'key k-2 of person 2: told accepted for 100, booked 1',
      'key k-8 of person 8: told refused, charged 100 as r-8',
    ]);
    const history = tenPeople();
    plant(history);
    expect(found('told-is-booked', history, { steps: ['look'] }).examined).toBe(0);
  });

  it('finds messages that say what the books do not', () =>
    expect(
      planted('notified-is-booked', (history) => {
        change(history, 'notification', 0, { status: 'refused' });
        history.records.notification.push({ key: 'none', status: 'accepted', at: STARTED_AT });
      }),
    ).toEqual(['key k-0: notified refused, the books say accepted', 'key none: notified accepted, the books say nothing']));
});
