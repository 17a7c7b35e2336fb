import { describe, expect, it } from 'vitest';
import { makeForecast } from '../../../../models/demand/document/forecast-document.ts';
import { membersOf, methodsFor } from '../../../../models/demand/forecast/methods.ts';
import { madeDemand } from '../made-demand.ts';
import { MADE_REQUEST } from '../made-request.ts';

const FIRST = 20168;

describe('methods', () => {
  it.each([
    ['seasonal-naive', 'seasonal naive'],
    ['ridge', 'ridge'],
    ['smoothing', 'smoothing'],
    ['trees', 'trees'],
  ] as const)('%s alone is the whole forecast', (method, member) => {
    const made = makeForecast(
      { step: 'day', first: FIRST, values: madeDemand(FIRST, 150, 0.05) },
      { ...MADE_REQUEST, backtestOrigins: 0, method },
    )!;
    expect(made.document.method).toBe(`${member} 100 %`);
  });

  it('without enough history are none', () => {
    const series = { step: 'day', first: FIRST, values: madeDemand(FIRST, 150, 0.05) } as const;
    expect(makeForecast(series, { ...MADE_REQUEST, method: 'year-ago' })).toBeNull();
    const hours = { step: 'hour', first: FIRST * 24, values: new Float64Array(24 * 30).fill(3) } as const;
    expect(makeForecast(hours, { ...MADE_REQUEST, horizon: { count: 24, step: 'hour' }, method: 'mstl' })).toBeNull();
  });

  it('of hours include the decomposition, which has no voice of its own in auto', () => {
    const member = (name: string) => ({ name, past: new Float64Array(0), future: new Float64Array(0) });
    expect(methodsFor('hour')).toContain('mstl');
    expect(methodsFor('day')).not.toContain('mstl');
    expect(membersOf('mstl', 'hour', [member('ridge')], [member('mstl')]).map(({ name }) => name)).toEqual(['mstl']);
    expect(membersOf('auto', 'hour', [member('ridge')], [member('mstl')]).map(({ name }) => name)).toEqual(['ridge']);
    const decompose = (_: Float64Array, __: readonly number[], horizon: number) => new Float64Array(horizon).fill(1);
    const values = Float64Array.from({ length: 24 * 30 }, (_, h) => 5 + (h % 24));
    const made = makeForecast(
      { step: 'hour', first: FIRST * 24, values },
      { ...MADE_REQUEST, horizon: { count: 24, step: 'hour' }, method: 'mstl', decompose, backtestOrigins: 0 },
    )!;
    expect(made.document.method).toBe('mstl 100 %');
  });
});
