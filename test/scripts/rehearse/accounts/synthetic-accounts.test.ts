import { describe, expect, it } from 'vitest';
import { personOf } from '../../../../models/people/person.ts';
import { syntheticAccounts } from '../../../../scripts/rehearse/accounts/synthetic-accounts.ts';

const people = syntheticAccounts(6_000, 7);

describe('syntheticAccounts', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(syntheticAccounts(50, 7)).toEqual(syntheticAccounts(50, 7));
    expect(syntheticAccounts(50, 7)).not.toEqual(syntheticAccounts(50, 8));
  });

  it('has the people that the target knows, under other names', () => {
    const { name, ...known } = personOf(42);
    expect(people[41]).toMatchObject(known);
    expect(people[41]!.name).not.toBe(name);
    expect(people[41]!.name).toMatch(/[가-힣]{2,}/);
  });

  it('holds nothing that could be a real person’s number', () => {
    // Exchange codes 0000–1999 after 010 are not assigned; example.com is reserved (RFC 2606); a resident number is 6-7 digits.
    for (const { phone, email, synthetic } of people) {
      expect(phone).toMatch(/^010-0\d{3}-\d{4}$/);
      expect(email).toMatch(/@example\.com$/);
      expect(synthetic).toBe(true);
    }
    expect(JSON.stringify(people)).not.toMatch(/\b\d{6}-[1-8]\d{6}\b/);
  });
});
