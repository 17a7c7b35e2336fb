import * as z from 'zod';
import type { CurveSpec } from '../../models/workload/arrivals/curve-spec.ts';

/** An arrival curve in a file; `curveProblems` checks its numbers. */
export const curve: z.ZodType<CurveSpec> = z.lazy(() =>
  z.discriminatedUnion('shape', [
    z.object({ shape: z.literal('constant'), rate: z.number() }),
    z.object({ shape: z.literal('ramp'), from: z.number(), to: z.number(), start: z.number(), end: z.number() }),
    z.object({ shape: z.literal('step-decay'), at: z.number(), peak: z.number(), hold: z.number(), halfLife: z.number() }),
    z.object({ shape: z.literal('deadline'), from: z.number(), to: z.number(), start: z.number(), deadline: z.number() }),
    z.object({ shape: z.literal('diurnal'), mean: z.number(), amplitude: z.number(), period: z.number(), peakAt: z.number() }),
    z.object({ shape: z.literal('piecewise'), points: z.array(z.tuple([z.number(), z.number()])) }),
    z.object({ shape: z.literal('sum'), of: z.array(curve) }),
    z.object({ shape: z.literal('sequence'), of: z.array(z.object({ seconds: z.number(), curve })) }),
    z.object({ shape: z.literal('scaled'), by: z.number(), curve }),
  ]),
);
