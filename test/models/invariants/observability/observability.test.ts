import { describe, expect, it } from 'vitest';
import { change, found, planted, tenPeople } from '../made-history.ts';

describe('observability', () => {
  it('finds attempts that are not in the log, or otherwise than they were answered', () => {
    const plant = (history: ReturnType<typeof tenPeople>) => {
      change(history, 'attempt', 2, { status: 'refused' });
      history.records.attempt.splice(5, 1);
    };
    expect(planted('attempts-are-logged', plant)).toEqual([
      'key k-2 of person 2: told accepted, the log has refused',
      'key k-5 of person 5: told accepted, the log has nothing',
    ]);
    const history = tenPeople();
    plant(history);
    expect(found('attempts-are-logged', history, { steps: ['look'] }).examined).toBe(0);
  });

  it('finds failures without a cause, an owner, or both', () =>
    expect(
      planted('failures-have-owner', (history) => {
        change(history, 'attempt', 8, { owner: null });
        change(history, 'attempt', 9, { cause: null, owner: null });
      }),
    ).toEqual(['key k-8: refused without an owner', 'key k-9: late without a cause and an owner']));

  it('finds fewer requests than were answered, and more than were sent', () => {
    expect(planted('totals-reconcile', (history) => change(history, 'total', 0, { count: 9 }))).toEqual([
      'step buy: counted 9, sent 10, of which 10 were answered',
    ]);
    expect(planted('totals-reconcile', ({ records }) => records.total.push({ step: 'ghost', count: 1 }))).toEqual([
      'step ghost: counted 1, sent 0, of which 0 were answered',
    ]);
  });
});
