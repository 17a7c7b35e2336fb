import { describe, expect, it } from 'vitest';
import { demandLaw, uslOverLoad } from '../../../../models/capacity/laws/rival-laws.ts';
import { describe as describeStep } from '../../../../models/capacity/steps/steady-step.ts';
import { blockHistograms } from '../../../../models/capacity/steps/step-histogram.ts';
import { madeStep } from '../made-step.ts';

describe('rival laws', () => {
  const steady = (rate: number, utilisation: number | null) => {
    const step = madeStep({ servers: 2, serviceTime: 0.01, cs2: 1, seed: 1, seconds: 10 }, rate, { utilisation });
    return describeStep(step, blockHistograms(step.blocks), 0);
  };

  it('are silent without enough steps or utilisation, or when it does not grow', () => {
    expect(uslOverLoad([steady(50, null)])).toBeNull();
    expect(demandLaw([steady(50, null)])).toBeNull();
    expect(demandLaw([steady(50, 0.9), steady(80, 0.5), steady(120, 0.1)])).toBeNull();
  });

  it('say where nothing more goes', () => {
    const law = demandLaw([steady(50, 0.25), steady(80, 0.4), steady(120, 0.6)])!;
    expect(law.saturationRate! / 200).toBeCloseTo(1, 1);
    expect(law.meanResponse(1000, 1)).toBeNull();
    expect(uslOverLoad([50, 80, 120, 160].map((rate) => steady(rate, null)))!.meanResponse(1e6, 1)).toBeNull();
  });
});
