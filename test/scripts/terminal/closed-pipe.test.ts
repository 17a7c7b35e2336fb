import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BIN } from '../run-cli.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const cwd = temporaryFolder();

describe('a command whose reader leaves', () => {
  it('ends as if somebody had read on: no stack, its own status, its file whole', async () => {
    const events = path.resolve('docs/samples/digital-onnuri-launch.json');
    // A reader that is gone before the first line.
    const line = `set -o pipefail; "${process.execPath}" "${BIN}" forecast --events "${events}" --out . | true; echo "$\{PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line], { cwd });
    expect([stdout.trim(), stderr]).toEqual(['0', '']);
    expect(JSON.parse(readFileSync(path.join(cwd, 'forecast.json'), 'utf8')).schema).toBe('surgeproof/forecast');
  });
});
