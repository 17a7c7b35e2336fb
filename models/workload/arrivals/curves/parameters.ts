import type { CurveSpec } from '../curve-spec.ts';

/** What a curve of this shape is made from: its specification without the name of the shape. */
export type ParametersOf<Shape extends CurveSpec['shape']> = Omit<Extract<CurveSpec, { shape: Shape }>, 'shape'>;
