import { describe, expect, it } from 'vitest';
import { change, planted } from '../made-history.ts';

describe('signatures', () => {
  it('finds an application that is not what was signed', () =>
    expect(planted('stored-is-signed', (history) => change(history, 'application', 3, { stored: 'other' }))).toEqual([
      'receipt r-3: stored other, signed h3',
    ]));

  it('finds receipts with no valid signature and with two', () =>
    expect(
      planted('receipt-has-one-signature', (history) => {
        change(history, 'signature', 1, { valid: false });
        history.records.signature.push(history.records.signature[2]!);
      }),
    ).toEqual(['receipt r-1: 0 valid signatures', 'receipt r-2: 2 valid signatures']));

  it('finds a receipt for an invalid signature, in the books and on a screen', () =>
    expect(
      planted('invalid-signature-no-receipt', (history) => {
        change(history, 'signature', 4, { valid: false });
        change(history, 'signature', 5, { valid: false, receipt: null });
      }),
    ).toEqual(['key k-4: receipt r-4 for an invalid signature', 'key k-5: told receipt r-5 for an invalid signature']));

  it('finds a nonce that two applications have', () =>
    expect(planted('nonce-used-once', (history) => change(history, 'application', 3, { nonce: 'n2' }))).toEqual([
      'nonce n2: receipts r-2, r-3',
    ]));
});
