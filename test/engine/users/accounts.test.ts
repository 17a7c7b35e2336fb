import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { accountsFrom } from '../../../engine/users/accounts.ts';
import { accountLines } from '../../../scripts/rehearse/accounts/account-lines.ts';

const LONG = 'k'.repeat(1_624);

/** Accounts as people get them: written, and read as the engine does. */
function readBack(accounts: readonly unknown[]): unknown[] {
  vi.stubGlobal('open', () => accountLines(accounts));
  const of = accountsFrom('accounts.json');
  vi.unstubAllGlobals();
  return accounts.map((_, i) => of(i));
}

describe('accounts that share long texts', () => {
  it('hold each of them once', () => {
    const lines = accountLines([
      { user: 'a', key: LONG },
      { user: 'b', key: LONG, own: 'x'.repeat(900) },
    ]);
    expect(lines.split(LONG)).toHaveLength(2);
    expect(lines.split('\n')[1]).toBe('[{"user":"a"},[["key",0]]]');
  });

  it('are what they were, whatever they are', () => {
    const value = fc.oneof(fc.constant(LONG), fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.constant(LONG)));
    const account = fc.oneof(fc.dictionary(fc.string({ minLength: 1 }), value), value);
    fc.assert(
      fc.property(fc.array(account, { minLength: 1, maxLength: 20 }), (accounts) => {
        const plain: unknown = JSON.parse(JSON.stringify(accounts));
        expect(readBack(accounts)).toEqual(plain);
      }),
    );
  });
});
