import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../../scripts/surge-file/config/load-config.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const folder = temporaryFolder();
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('loadConfig', () => {
  it('reads targets and the secrets they refer to', async () => {
    const file = write(
      'k6.config.ts',
      "import { defineConfig, env } from 'surgeproof';\nexport default defineConfig({ targets: { shop: { url: 'http://127.0.0.1:1/', headers: { 'x-key': env('KEY') } } } });",
    );
    const { config, secrets, folder: beside } = await loadConfig(file);
    expect(config.targets.shop).toMatchObject({ bases: { app: 'http://127.0.0.1:1' }, headers: { 'x-key': '{{env:KEY}}' } });
    expect([secrets, beside]).toEqual([['KEY'], folder]);
  });

  it('refuses a file that is not there, exports nothing, or is wrong in several places', async () => {
    await expect(loadConfig(join(folder, 'gone.ts'))).rejects.toThrow(
      /--config: must be a file, got .*gone\.ts, which does not exist; check the path/,
    );
    await expect(loadConfig(write('none.ts', 'const a = 1;'))).rejects.toThrow('must export a configuration by default, got none');
    const wrong = write('wrong.ts', "export default { targets: { shop: { url: 'shop' } }, defaults: { timeout: 5 } };");
    await expect(loadConfig(wrong)).rejects.toThrow(/wrong\.ts cannot be used as it is:\n(.*\n)?.*targets\.shop\.url: must/);
    await expect(loadConfig(wrong)).rejects.toThrow('defaults.timeout: must');
  });
});
