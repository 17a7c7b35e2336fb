import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readForecast } from '../../../scripts/demand/read-forecast.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();

describe('forecast.json', () => {
  it('is read back with its curves, and refuses a file of another kind, of a later version, or with a broken number', async () => {
    const document = await readForecast('docs/samples/forecast.json');
    expect(document.points).toHaveLength(28);
    expect(document.peak.p99).toBeGreaterThan(document.peak.p50);
    const changed = path.join(folder, 'changed.json');
    const refusal = async (change: object) => {
      writeFileSync(changed, JSON.stringify({ ...document, ...change }));
      return readForecast(changed).then(
        () => 'no error',
        (error: Error) => error.message,
      );
    };
    expect(await refusal({ version: 2 })).toContain('version: must be 1, got 2');
    expect(await refusal({ schema: 'surgeproof/plan' })).toContain('schema: must be surgeproof/forecast, got "surgeproof/plan"');
    expect(await refusal({ asOf: 'soon', peak: { ...document.peak, p90: null } })).toMatch(/asOf: [\s\S]*peak\.p90: /);
    expect(await refusal({ curves: { p50: { shape: 'cliff' } } })).toContain('curves.p50');
    expect(await refusal({ later: [1] })).toBe('no error');
    expect(await readForecast(path.join(folder, 'none.json')).catch((error: Error) => error.message)).toContain('must be there');
  });
});
