import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../models/definition/resolve/resolve-config.ts';
import { resolveSurge } from '../../models/definition/resolve/resolve-surge.ts';
import { loadConfig } from '../../scripts/surge-file/config/load-config.ts';
import { loadSurge } from '../../scripts/surge-file/load-surge.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { type CodeBlock, codeBlocks, markdownFiles } from '../support/markdown.ts';

const folder = temporaryFolder();
const PUBLIC_SURFACE = path.resolve('surgeproof.ts');

/** Blocks that a reader pastes into a file of an own working folder: they import the public surface. */
const blocks = markdownFiles()
  .flatMap(codeBlocks)
  .filter(({ language, text }) => language === 'ts' && text.includes("from 'surgeproof'"));
const isConfig = ({ text }: CodeBlock): boolean => text.includes('defineConfig');
const configs = blocks.filter(isConfig);
const surges = blocks.filter((block) => !isConfig(block));

/** The block as a file in a folder of its own. */
function written(block: CodeBlock): string {
  const own = path.join(folder, `block-${blocks.indexOf(block)}`);
  mkdirSync(own, { recursive: true });
  const file = path.join(own, isConfig(block) ? 'k6.config.ts' : 'block.surge.ts');
  writeFileSync(file, block.text);
  return file;
}

const defaults = resolveConfig(undefined);
if (!('config' in defaults)) throw new Error('the built-in defaults must be sound');

describe('files shown in the documents', () => {
  it('are found, so that an empty list cannot pass', () => expect([surges.length > 5, configs.length > 0]).toEqual([true, true]));

  it('compile as they stand', { timeout: 120_000 }, () => {
    const files = blocks.map(written);
    const compilerOptions = { types: [], lib: ['ES2022'], paths: { surgeproof: [PUBLIC_SURFACE] } };
    const settings = { extends: path.resolve('tsconfig.base.json'), compilerOptions, files };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
    expect(() => execFileSync('node_modules/.bin/tsc', ['-p', folder], { encoding: 'utf8', stdio: 'pipe' })).not.toThrow();
  });

  it.each(surges.map((block) => [`${block.file}:${block.line}`, block] as const))('%s is a surge without problems', async (_, block) => {
    const { definition } = await loadSurge(written(block));
    const profiles = Object.keys(definition.profiles as object);
    expect(profiles.length).toBeGreaterThan(0);
    for (const profileName of profiles) {
      const target = { hasWaitingRoom: definition.waitingRoom !== undefined, isService: typeof definition.target === 'object' };
      expect(resolveSurge({ definition, profileName, config: defaults.config, target }), profileName).not.toHaveProperty('problems');
    }
  });

  it.each(configs.map((block) => [`${block.file}:${block.line}`, block] as const))('%s is a sound configuration', async (_, block) => {
    const { config } = await loadConfig(written(block));
    expect(Object.keys(config.targets)).not.toEqual([]);
  });
});
