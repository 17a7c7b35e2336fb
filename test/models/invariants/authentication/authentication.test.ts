import { describe, expect, it } from 'vitest';
import { change, found, planted, STARTED_AT, tenPeople } from '../made-history.ts';

describe('authentication', () => {
  it('finds a session without a factor, and one that began before its factor was verified', () =>
    expect(
      planted('session-has-factor', (history) => {
        change(history, 'session', 2, { factor: null });
        change(history, 'session', 3, { factorAt: STARTED_AT + 3_005 });
      }),
    ).toEqual(['session s2: no factor was verified', 'session s3: began 5 ms before its factor otp was verified']));

  it('finds a counter that two attempts at the same time raised once, and one that nobody raised', () =>
    expect(
      planted('strikes-are-exact', ({ entries, records }) => {
        for (let n = 0; n < 2; n++) entries.push({ ...entries[4]!, key: `wrong-${n}`, status: 'wrong' });
        records.strike[4] = { identity: 'person-4', count: 1 };
        records.strike.push({ identity: 'nobody', count: 1 });
      }),
    ).toEqual([
      'identity person-4: counted 1, was told 2 times that it is wrong',
      'identity nobody: counted 1, was told 0 times that it is wrong',
    ]));

  it('lets an attempt without an answer count or not, and a counter stop at the lock', () => {
    const history = tenPeople();
    for (let n = 0; n < 9; n++) history.entries.push({ ...history.entries[4]!, key: `wrong-${n}`, status: n < 6 ? 'wrong' : 'unknown' });
    const countOf = (count: number, options = {}) => {
      history.records.strike[4] = { identity: 'person-4', count };
      return found('strikes-are-exact', history, options).violations;
    };
    expect([5, 6, 9, 10].map((count) => countOf(count))).toEqual([1, 0, 0, 1]);
    expect([4, 5].map((count) => countOf(count, { lockAt: 5 }))).toEqual([1, 0]);
  });

  it('finds a blocked identity that got through before the end of the block, and not at its end', () =>
    expect(
      planted('blocked-stays-blocked', ({ records }) => {
        records.block.push({ identity: 'person-5', from: STARTED_AT + 4_999, until: STARTED_AT + 5_001 });
        records.block.push({ identity: 'person-6', from: STARTED_AT, until: STARTED_AT + 6_000 });
        records.block.push({ identity: 'person-8', from: STARTED_AT, until: STARTED_AT + 9_000 });
      }),
    ).toEqual(['key k-5, identity person-5: accepted at 2026-11-30T00:53:25.000Z, blocked until 2026-11-30T00:53:25.001Z']));

  it('finds credentials that are expired, used up or unknown, and were accepted', () =>
    expect(
      planted('bad-credential-refused', (history) => {
        change(history, 'credential', 0, { badFrom: STARTED_AT });
        history.records.use.push({ credential: 'c1', at: STARTED_AT, status: 'accepted' });
        history.records.use.push({ credential: 'stolen', at: STARTED_AT, status: 'accepted' });
      }),
    ).toEqual([
      'credential c0: accepted at 2026-11-30T00:53:20.000Z, bad since 2026-11-30T00:53:20.000Z',
      'credential c1: accepted 2 times, good for 1',
      'credential stolen: accepted, and not known',
    ]));

  it('finds an identity with two accounts, and an account of two identities', () =>
    expect(
      planted('one-account-per-identity', ({ records }) => {
        records.account.push({ account: 'b0', identity: 'person-0' }, { account: 'a1', identity: 'person-11' });
      }),
    ).toEqual(['identity person-0: accounts a0, b0', 'account a1: identities person-1, person-11']));

  it('finds a session that another device ended, unless that is allowed', () => {
    const plant = (history: ReturnType<typeof tenPeople>) => change(history, 'session', 7, { endedBy: 'other-device' });
    expect(planted('no-spurious-logout', plant)).toEqual(['session s7: ended by other-device']);
    const history = tenPeople();
    plant(history);
    expect(found('no-spurious-logout', history, { allowed: ['other-device'] }).violations).toBe(0);
  });
});
