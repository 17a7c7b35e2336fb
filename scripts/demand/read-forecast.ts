import type { ForecastDocument } from '../../models/results/forecast/forecast.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { readJson } from '../run-folder/read-json.ts';
import { forecastSchema } from '../schemas/forecast/forecast.ts';

/** A forecast as written by `surgeproof forecast`; another kind of file, an unknown version or a broken one is a sentence. */
export async function readForecast(file: string): Promise<ForecastDocument> {
  const document = await readJson(file, 'forecast', forecastSchema);
  if (document !== null) return document;
  throw new SurgeproofError('unreadable-file', {
    file,
    problems: ['must be there, got no file; `surgeproof forecast` writes forecast.json'],
  });
}
