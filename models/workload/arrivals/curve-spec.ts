/**
 * An arrival curve as data, so that a configuration or a forecast file can carry it.
 * Times in seconds since the start of the run, rates in arrivals per second.
 * `arrivalCurve(spec)` turns it into functions.
 */
export type CurveSpec =
  | { readonly shape: 'constant'; readonly rate: number }
  /** Linear from `from` to `to` between `start` and `end`; `from` before, `to` after. */
  | { readonly shape: 'ramp'; readonly from: number; readonly to: number; readonly start: number; readonly end: number }
  /** Doors open: 0 before `at`, `peak` for `hold` seconds, then halves every `halfLife` seconds. */
  | { readonly shape: 'step-decay'; readonly at: number; readonly peak: number; readonly hold: number; readonly halfLife: number }
  /** A deadline: exponential growth from `from` to `to` over [start, deadline], 0 afterwards, `from` before. */
  | { readonly shape: 'deadline'; readonly from: number; readonly to: number; readonly start: number; readonly deadline: number }
  /** A day: mean rate, relative amplitude 0 to 1, period in seconds, time of the highest point. */
  | { readonly shape: 'diurnal'; readonly mean: number; readonly amplitude: number; readonly period: number; readonly peakAt: number }
  /** Linear interpolation between the points, constant outside. Times strictly increasing. */
  | { readonly shape: 'piecewise'; readonly points: readonly (readonly [time: number, rate: number])[] }
  | { readonly shape: 'sum'; readonly of: readonly CurveSpec[] }
  /** One after the other, each beginning at its own second 0; the last goes on after its end. */
  | { readonly shape: 'sequence'; readonly of: readonly { readonly seconds: number; readonly curve: CurveSpec }[] }
  | { readonly shape: 'scaled'; readonly by: number; readonly curve: CurveSpec };
