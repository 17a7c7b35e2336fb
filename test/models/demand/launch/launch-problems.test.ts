import { describe, expect, it } from 'vitest';
import { launchProblems } from '../../../../models/demand/launch/launch-problems.ts';
import { analogue, launch, quantity } from './made-event.ts';

describe('launchProblems', () => {
  it('refuses an event that nothing can be compared with', () =>
    expect(launchProblems(launch([])).join()).toContain('without one no number is given'));

  it('says everything that does not fit together', () => {
    const mixed = launch([analogue(1), analogue(2, { measure: 'people waiting', when: '2027-03-02', origin: 'public' })], {
      rush: { growth: 10, lasting: 1 },
      opening: { hold: 40_000, halfLife: 1 },
      adoption: { innovation: 1, imitation: 1, period: 1 },
    });
    const said = launchProblems(mixed).join('\n');
    for (const part of [
      'must all count the same',
      'must be before the event',
      'population: must be given',
      'opening.hold',
      'rush: must be left out',
      'adoption: must be left out beside',
    ])
      expect(said).toContain(part);
    const deadline = launch([analogue(1)], { type: 'deadline', rush: { growth: 2, lasting: 36_000 }, population: quantity(5) });
    expect(launchProblems(deadline).join('\n')).toMatch(/must have a population[\s\S]*rush\.lasting/);
    expect(launchProblems(launch([analogue(1)]))).toEqual([]);
  });
});
