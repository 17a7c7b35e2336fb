import { expect, it } from 'vitest';
import { confirmIdentity } from '../../../../../scripts/rehearse/target/identity/confirm-identity.ts';
import type { IdentityAnswer } from '../../../../../scripts/rehearse/target/identity/target-identity.ts';

const known = (run: string): IdentityAnswer => ({ state: 'known', identity: { name: 'shop', run } });
const silent: IdentityAnswer = { state: 'silent', reason: 'HTTP 404' };
const none: IdentityAnswer = { state: 'none', problem: { kind: 'other', code: 'timeout', sentence: 'no answer' } };

/** Confirms `shop run r1` at an app and a waiting room that answer in turn as given; the last answer stays. */
async function confirmed(answers: Readonly<Record<string, readonly IdentityAnswer[]>>): Promise<string> {
  const asked = new Map<string, number>();
  const ask = async (base: string): Promise<IdentityAnswer> => {
    const count = asked.get(base) ?? 0;
    asked.set(base, count + 1);
    return answers[base]!.at(Math.min(count, answers[base]!.length - 1))!;
  };
  return confirmIdentity({ identity: 'shop run r1', at: Object.keys(answers) }, { rejectUnauthorized: true }, ask, 1);
}

it.each([
  ['the same target', { app: [known('r1')], room: [known('r1')] }, 'confirmed'],
  ['one that is slow after the surge', { app: [none, known('r1')], room: [known('r1')] }, 'confirmed'],
  ['one that was started anew', { app: [known('r2')], room: [known('r1')] }, 'different'],
  ['another waiting room', { app: [known('r1')], room: [known('r2')] }, 'different'],
  ['another waiting room before a silent app', { app: [silent], room: [known('r2')] }, 'different'],
  ['one that says nothing any more', { app: [silent], room: [known('r1')] }, 'unknown'],
  ['a waiting room that says nothing any more', { app: [known('r1')], room: [silent] }, 'unknown'],
  ['one that says something else than an identity', { app: [{ state: 'wrong', problems: ['name'] }] }, 'unknown'],
  ['one that sends elsewhere', { app: [{ state: 'moved', location: 'http://127.0.0.1/' }] }, 'unknown'],
  ['one that is gone', { app: [none] }, 'unknown'],
] as const)('%s is what it is', async (_, answers, expected) => expect(await confirmed(answers)).toBe(expected));

it('does not ask a target that had nothing to say', async () => {
  const ask = (): Promise<IdentityAnswer> => Promise.reject(new Error('asked'));
  expect(await confirmIdentity({ identity: null, at: [] }, { rejectUnauthorized: true }, ask)).toBe('not-asked');
});
