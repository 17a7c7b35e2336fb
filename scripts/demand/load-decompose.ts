import { readFileSync } from 'node:fs';
import type * as Augurs from '@bsull/augurs/mstl';
import type { Decompose } from '../../models/demand/forecast/hourly-forecast.ts';

/** Loads MSTL (multiple seasonal-trend decomposition with an ETS trend) of @bsull/augurs; its own loader fetches, which Node does not do for files. */
export async function loadDecompose(): Promise<Decompose> {
  // Only hours need it.
  const augurs = await import('@bsull/augurs/mstl');
  const location = new URL(import.meta.resolve('@bsull/augurs/mstl').replace(/\.js$/, '_bg.wasm'));
  augurs.initSync({ module: readFileSync(location) });
  return (values, seasons, horizon) => {
    // It finds no model for some short or nearly constant series; with one season less it mostly does.
    for (let left = seasons.length; left > 0; left--) {
      try {
        return continued(augurs, values, seasons.slice(0, left), horizon);
      } catch {}
    }
    return Float64Array.from({ length: horizon }, (_, k) => values[values.length - seasons[0]! + (k % seasons[0]!)]!);
  };
}

function continued(augurs: typeof Augurs, values: Float64Array, seasons: readonly number[], horizon: number): Float64Array {
  const model = augurs.MSTL.ets([...seasons]);
  try {
    model.fit(values);
    return Float64Array.from(model.predict(horizon).point);
  } finally {
    model.free();
  }
}
