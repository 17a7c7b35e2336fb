import { BLOCK_REASONS, type BlockReason, REASON_SHARES } from '../../../models/people/identification.ts';
import type { Answer, Person } from '../../../surgeproof.ts';
import { drawName } from '../attempts/draw.ts';
import type { Caller } from '../caller.ts';
import { thinkTimes } from '../think-times.ts';
import { approve, begin, codeOf, confirm, entered } from './attempt.ts';

/** Failures until a block. */
const FAILURES = 5;

/** Somebody who waits longer than this, in milliseconds of the run, comes back another day. */
const LONGEST_WAIT = 35_000;
/** Milliseconds after its end at which a block is looked for: the service may take a minute of its own. */
const GRACE = 500;
/** Looks at an open case, and milliseconds between them. */
const LOOKS = 20;
const BETWEEN_LOOKS = 1_000;

type Kind = 'mismatch' | 'abnormal' | 'theft';

/** What is entered for a failure of a kind. A number one higher is another person's. */
function wrong(account: Person, kind: Kind): object {
  const right = entered(account);
  if (kind === 'abnormal') return { ...right, network: 'vpn' };
  if (kind === 'mismatch') return { ...right, name: `${account.name}?` };
  const last = Number(account.phone.slice(-4));
  return { ...right, phone: `${account.phone.slice(0, -4)}${String((last + 1) % 10_000).padStart(4, '0')}` };
}

/** Fails five times in one way, comes with the right data although blocked, and once more when the block is over. */
export async function lockedOut(user: Caller): Promise<void> {
  const reason = drawName(REASON_SHARES, () => user.random()) ?? BLOCK_REASONS[0];
  await failFiveTimes(user, reason);
  await comeWhileBlocked(user);
  const releasesInMs = await statusOf(user);
  if (releasesInMs === null) await askDesk(user);
  else await waitFor(user, releasesInMs);
  const begun = await begin(user, 'PASS');
  await approve(user, begun);
  await confirm(user, begun, null);
}

async function failFiveTimes(user: Caller, reason: BlockReason): Promise<void> {
  if (reason === 'sms-code') return await sixCodes(user);
  for (let i = 0; i < FAILURES; i++) {
    await user.think(thinkTimes.fail);
    await failOnce(user, reason === 'other' ? (i % 2 === 0 ? 'mismatch' : 'abnormal') : reason);
  }
}

async function failOnce(user: Caller, kind: Kind): Promise<void> {
  const key = user.newKey();
  const answer = user.post('fail', '/verifications', {
    json: { ...wrong(user.account, kind), method: 'PASS' },
    headers: { 'idempotency-key': key },
    safeToRepeat: true,
    expect: { status: 422, when: (one) => one.find('error') === kind },
    read: () => ({ status: 'struck', receipt: '1' }),
  });
  await user.journal({ key }, answer);
}

/** Tries six codes at once, as a program would: five count, the last finds the block. */
async function sixCodes(user: Caller): Promise<void> {
  const begun = await begin(user, 'SMS');
  const code = await codeOf(user, begun);
  if (code === null) user.giveUp('sms-not-received');
  const requests = Array.from({ length: FAILURES + 1 }, (_, i) => ({
    method: 'POST' as const,
    path: `/verifications/${begun.attempt}/confirm`,
    json: { code: String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0') },
    headers: { 'idempotency-key': user.newKey() },
    expect: { status: [422, 403], when: (one: Answer) => one.find('error') === 'wrong-code' || one.find('error') === 'blocked' },
    read: (one: Answer): number => Number(one.status === 422),
  }));
  const counted = async () => {
    const wrong = await user.all('six-codes', requests);
    return { status: 'struck', receipt: String(wrong.reduce((sum, one) => sum + one, 0)) };
  };
  await user.journal({ key: begun.attempt, step: 'six-codes' }, counted());
}

/** At once: the shortest block lasts two seconds in a short run. */
async function comeWhileBlocked(user: Caller): Promise<void> {
  const key = user.newKey();
  const answer = user.post('while-blocked', '/verifications', {
    json: { ...entered(user.account), method: 'PASS' },
    headers: { 'idempotency-key': key },
    safeToRepeat: true,
    expect: { status: 403, when: (one) => one.find('error') === 'blocked' },
    read: () => ({ status: 'blocked', receipt: '' }),
  });
  await user.journal({ key }, answer);
}

const isReleased = (answer: Answer): boolean => answer.json('blocked') === false;

/** Milliseconds until the block ends; null when only the desk may end it. 0 when it ended meanwhile. */
function statusOf(user: Caller): Promise<number | null> {
  return user.get('block-status', `/blocks/${user.account.user}`, {
    read: (answer) => {
      if (isReleased(answer)) return 0;
      return answer.json('releasesInMs') === null ? null : answer.number('releasesInMs');
    },
  });
}

async function waitFor(user: Caller, milliseconds: number): Promise<void> {
  if (milliseconds > LONGEST_WAIT) user.turnedAway('blocked until another day');
  await user.wait(milliseconds + GRACE);
}

async function askDesk(user: Caller): Promise<void> {
  const path = `/blocks/${user.account.user}`;
  await user.post('ask-desk', `${path}/case`, { safeToRepeat: true });
  for (let i = 0; i < LOOKS; i++) {
    await user.wait(BETWEEN_LOOKS);
    if (await user.get('block-status', path, { read: isReleased })) return;
  }
  user.turnedAway('the desk has not looked at it');
}
