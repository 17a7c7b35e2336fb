import { describe, expect, it } from 'vitest';
import { STEPS } from '../../../../models/workload/surge/step.ts';

describe('the list of steps', () => {
  it('has names that are unique and need no quoting in a metric, an address or a file name', () => {
    const names = STEPS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('keeps the places that measurement logs of version 1 refer to', () => {
    // An appended step goes to the end of this list; any other change needs a new version of the log.
    expect(STEPS.map(({ name }) => name).slice(0, 12)).toEqual([
      'queue-join',
      'queue-poll',
      'open-app',
      'login',
      'identity-send',
      'identity-confirm',
      'register-card',
      'balance',
      'qr-lookup',
      'pay',
      'cancel',
      'queue-leave',
    ]);
  });
});
