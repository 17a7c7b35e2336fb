import { describe, expect, it } from 'vitest';
import { targetText } from '../../../../reports/run/words/people-facts.ts';

describe('the target of a run', () => {
  it('has its name before its addresses, unless the only address is the name', () => {
    const target = { waitingRoom: null, identity: null, nodes: null };
    expect(targetText({ ...target, name: 'shop', bases: { app: 'http://127.0.0.1:81' } } as never)).toBe('shop: http://127.0.0.1:81');
    expect(targetText({ ...target, name: 'http://127.0.0.1:81', bases: { app: 'http://127.0.0.1:81' } } as never)).toBe(
      'http://127.0.0.1:81',
    );
  });
});
