import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { predictionCheckSchema } from '../../../../scripts/schemas/forecast/prediction-check.ts';
import { madeCommand } from '../made-command.ts';

const { folder, file, run, words } = madeCommand();

describe('forecast --record and --check', () => {
  it('records a claim, and checks it when the window is over', async () => {
    const ledger = path.join(folder, 'ledger.ndjson');
    await run(file, { asOf: '2025-04-20', record: ledger });
    await run(file, { record: ledger });
    const { text } = await run(file, { check: ledger });
    expect(text).toMatch(/2025-04-21 to 2025-05-04: P50 .*; was .*P90/);
    expect(text).toContain('is not over in this file');
    expect(text).toMatch(/P90: [01] of 1 \(.* at 95 %\)/);
    const check = JSON.parse(readFileSync(path.join(folder, 'prediction-check.json'), 'utf8'));
    expect(predictionCheckSchema.parse(check)).toEqual(check);
    expect(check.claims).toHaveLength(2);
    expect(readFileSync(path.join(folder, 'prediction-check.html'), 'utf8')).toContain('data-chart="calibration"');
    const [line] = readFileSync(ledger, 'utf8').split('\n');
    writeFileSync(ledger, `{}\n${line!.replace('"version":1', '"version":2')}\n${line!.replace('"p90"', '"p91"')}\nno JSON\n`);
    const message = await words(file, { check: ledger });
    expect(message).toContain('line 1: schema: must be surgeproof/prediction, got nothing');
    expect(message).toContain('line 2: version: must be 1, got 2; read it with the surgeproof that wrote it');
    expect(message).toContain('line 3: quantiles.p90: ');
    expect(message).toContain('line 4: must be a prediction as written by --record, got what is not JSON');
    writeFileSync(ledger, '{}\n'.repeat(9));
    expect(await words(file, { check: ledger })).toContain('and 4 more');
    expect(await words(file, { check: path.join(folder, 'none') })).toContain('got ENOENT');
    writeFileSync(ledger, '\n');
    expect(await words(file, { check: ledger })).toContain('must hold claims as written by --record, got none');
    expect(await words(file, { record: folder })).toContain('--record: must be a file that can be written');
    // A ledger whose last line was cut off keeps its lines apart.
    writeFileSync(ledger, line!);
    await run(file, { record: ledger });
    expect(readFileSync(ledger, 'utf8').trim().split('\n')).toHaveLength(2);
  });
});
