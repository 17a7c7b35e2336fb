import { describe, expect, it } from 'vitest';
import { mvaBounds } from '../../../models/network/mva-bounds.ts';

const single = (demands: readonly number[]) => demands.map((demand) => ({ demand }));

describe('mvaBounds', () => {
  // Casale, Muntz and Serazzi 2008, tables IV and V, lower bounds (as in the Octave tests).
  it.each([
    [0, 2, 4.304],
    [0, 5, 6.6859],
    [0, 10, 8.1521],
    [0, 20, 9.0947],
    [0, 80, 9.8233],
    [1, 2, 1.4319],
    [1, 5, 3.3432],
    [1, 10, 5.7569],
    [1, 20, 8.0856],
    [1, 80, 9.7147],
  ])('has the lower geometric bound of the paper for think %f and %i users', (think, population, low) =>
    expect(mvaBounds({ stations: single([0.1, 0.1, 0.09, 0.08]), think, population }).geometric[0]).toBeCloseTo(low, 4),
  );

  it('is exact when every station has a server for everybody', () =>
    expect(mvaBounds({ stations: [{ demand: 2, servers: 5 }], think: 3, population: 4 })).toEqual({
      aba: [0.8, 0.8],
      geometric: [0.8, 0.8],
      responseLow: 2,
    }));
});
