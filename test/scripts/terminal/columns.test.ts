import { describe, expect, it } from 'vitest';
import { columns, upright } from '../../../scripts/terminal/columns.ts';

const LEVELS = [
  ['confidence', 'nodes', 'utilisation', 'budget holds'],
  ['50 %', '8', '95.1 %', '73.6 %'],
  ['95 %', '9', '93.5 %', '99.5 %'],
];
const DRIVERS = [
  ['driver', 'nodes', 'range'],
  ['variability of the service', '8 to none will do', 'lognormal, cs² 0.5 to lognormal, cs² 2 (assumed)'],
];

describe('a table on the terminal', () => {
  it('stands upright where it fits, and turns its columns into rows where it does not', () => {
    expect(upright(LEVELS, 80)).toEqual([
      'confidence  nodes  utilisation  budget holds',
      '50 %        8      95.1 %       73.6 %',
      '95 %        9      93.5 %       99.5 %',
    ]);
    expect(upright(LEVELS, 43)).toEqual([
      'confidence    50 %    95 %',
      'nodes         8       9',
      'utilisation   95.1 %  93.5 %',
      'budget holds  73.6 %  99.5 %',
    ]);
  });

  it('wraps its last column beside the others, and below them where little is left', () => {
    expect(columns(DRIVERS, 77)).toEqual([
      'driver                      nodes              range',
      'variability of the service  8 to none will do  lognormal, cs² 0.5 to',
      '                                               lognormal, cs² 2 (assumed)',
    ]);
    expect(columns(DRIVERS, 50)).toEqual([
      'driver                      nodes',
      '    range',
      'variability of the service  8 to none will do',
      '    lognormal, cs² 0.5 to lognormal, cs² 2',
      '    (assumed)',
    ]);
  });
});
