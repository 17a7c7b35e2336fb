import { describe, expect, it } from 'vitest';
import { failFast } from '../../../../reference-service/shared/postgres/fail-fast.ts';

const lost = new Error('Query read timeout');
const refused = Object.assign(new Error('duplicate key'), { code: '23505' });

describe('a call to a database that is gone', () => {
  it('fails at once after five failures, tries once a second, and works again with the first that does', async () => {
    let [now, calls, error]: [number, number, Error | null] = [0, 0, lost];
    const call = failFast(
      async () => {
        calls++;
        if (error !== null) throw error;
        return 'paid';
      },
      () => now,
    );
    for (let i = 0; i < 8; i++) await expect(call()).rejects.toMatchObject({ status: 503, code: 'ledger-unreachable', owner: 'system' });
    expect(calls).toBe(5);
    now = 1_000;
    await expect(call()).rejects.toMatchObject({ code: 'ledger-unreachable' });
    await expect(call()).rejects.toMatchObject({ code: 'ledger-unreachable' });
    expect(calls).toBe(6);
    [now, error] = [2_000, null];
    expect([await call(), await call()]).toEqual(['paid', 'paid']);
  });

  it('does not take a refusal of the database for its absence', async () => {
    const call = failFast(() => Promise.reject(refused));
    for (let i = 0; i < 7; i++) await expect(call()).rejects.toBe(refused);
  });
});
