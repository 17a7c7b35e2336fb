import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { ownerState, ownerText, readOwner, thisProcess } from '../../../scripts/processes/owner.ts';

it('names this process, which lives', () => {
  const me = thisProcess();
  expect(me.pid).toBe(process.pid);
  expect(readOwner(ownerText(me))).toEqual(me);
  expect(ownerState(me)).toBe('alive');
});

it('knows that a process is gone, also when its number is used again', async () => {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  const me = thisProcess();
  expect(ownerState({ ...me, pid: child.pid! })).toBe('gone');
  if (me.began > 0) expect(ownerState({ ...me, began: me.began + 1 })).toBe('gone');
  // The first process belongs to somebody else; it may not be signalled, but it is there.
  expect(ownerState({ ...me, pid: 1, began: 0 })).toBe('alive');
});

it('says nothing of a process on another machine', () => {
  expect(ownerState({ ...thisProcess(), pid: 999_999_999, machine: '000000000000' })).toBe('unknown');
});

it.each(['', 'x', '0.1.0123456789ab', '12.1', '12.1.0123456789AB', '-4.1.0123456789ab', '12.1.0123456789ab/../x'])(
  'does not read %j as an owner',
  (text) => expect(readOwner(text)).toBeNull(),
);
