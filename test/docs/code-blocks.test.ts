import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN } from '../scripts/run-cli.ts';
import { anchorsOf, codeBlocks, markdownFiles, relativeLinks } from '../support/markdown.ts';

/** Instead of the folders of the documents, which are somebody's own. */
const folder = mkdtempSync(path.join(tmpdir(), 'surgeproof-docs-'));
const PEAK = path.join(folder, 'chuseok');
const LAUNCH = path.join(folder, 'launch');

/**
 * Commands that would take minutes, reinstall the tree, need root, write into `runs/` or recurse into this test, and what runs in their place.
 * `null`: another test or the CI script runs exactly this command, as the comment says.
 */
const STAND_INS: Readonly<Record<string, string | null>> = {
  'npm ci': null, // .ci/run
  'npm start': null, // .ci/run runs it with the smoke profile; test/long as it is
  'npm test': null, // this very run
  'npm run test:long': null, // by hand before a release
  'npm run bench': null, // by hand; test/scripts/bench covers its parts
  'npm run check': null, // .ci/run runs both of its halves, without coverage
  'npm run check:static': null, // .ci/run
  'npx surgeproof rehearse onnuri-launch --profile smoke': null, // what .ci/run starts
  'npx surgeproof forecast docs/samples/demand.csv --unit payments/s --out runs/chuseok': `node ${BIN} forecast docs/samples/demand.csv --unit payments/s --out ${PEAK}`,
  'npx surgeproof forecast --events docs/samples/digital-onnuri-launch.json --out runs/launch': `node ${BIN} forecast --events docs/samples/digital-onnuri-launch.json --out ${LAUNCH}`,
  'npx surgeproof rehearse onnuri-launch --forecast runs/launch/forecast.json --quantile p95': `node ${BIN} rehearse onnuri-launch --forecast ${LAUNCH}/forecast.json --quantile p95`,
  'npx surgeproof rehearse smoke': null, // test/scripts/rehearse-verdicts, with --json
  'npx surgeproof rehearse smoke --json': null, // test/scripts/rehearse-verdicts
  'npx surgeproof rehearse onnuri-launch --profile lab --nodes 1': null, // test/long
};

/** What the README's first commands make in the working folder; one that was there before is somebody's own. */
const MADE = 'runs/try';
const isOurs = !existsSync(MADE);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (isOurs) rmSync(MADE, { recursive: true, force: true });
});

const files = markdownFiles();
const blocks = files.flatMap(codeBlocks);
const env = {
  ...process.env,
  SURGEPROOF_RUNS: path.join(folder, 'runs'),
  CI: 'true',
  PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`,
};

/** One command a line; `# exit N` at its end names the expected status, a backslash joins lines. */
const commandsOf = (text: string) =>
  text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => ({
      command: line.replace(/\s+#.*$/, ''),
      status: Number(/# exit (\d+)/.exec(line)?.[1] ?? 0),
    }));

describe('documents', () => {
  it('are found, so that an empty list cannot pass', () => {
    expect(files).toContain('README.md');
    expect(blocks.length).toBeGreaterThan(5);
  });

  it('use only languages this test knows how to check', () => {
    const unknown = blocks.filter((block) => !['sh', 'ts', 'json', 'text', 'csv'].includes(block.language));
    expect(unknown.map((block) => `${block.file}:${block.line} ${block.language || '(none)'}`)).toEqual([]);
  });

  it('link to files and headings that exist', () => {
    const missing = files.flatMap((file) =>
      relativeLinks(file)
        .map(({ target, anchor }) => ({ path: target === '' ? file : path.join(path.dirname(file), target), anchor }))
        .filter(
          (link) =>
            !existsSync(link.path) || (link.anchor !== null && link.path.endsWith('.md') && !anchorsOf(link.path).includes(link.anchor)),
        )
        .map((link) => `${file}: ${link.path}${link.anchor === null ? '' : `#${link.anchor}`}`),
    );
    expect(missing).toEqual([]);
  });

  for (const block of blocks.filter((one) => one.language === 'json'))
    it(`${block.file}:${block.line} is JSON`, () => expect(() => JSON.parse(block.text)).not.toThrow());

  // A command that several documents show runs once, in the order of its first appearance.
  const shown = new Map(
    blocks
      .filter((block) => block.language === 'sh')
      .flatMap((block) => commandsOf(block.text).map((one) => [one.command, { ...one, where: `${block.file}:${block.line}` }] as const))
      .reverse(),
  );
  for (const { command, status, where } of [...shown.values()].reverse()) {
    const standIn = command in STAND_INS ? STAND_INS[command] : command.replaceAll(/\bnpx surgeproof\b/g, `node ${BIN}`);
    if (standIn === null || standIn === undefined) continue;
    it(`${where} ${command}`, { timeout: 180_000 }, () => {
      const run = spawnSync('bash', ['-c', standIn], { encoding: 'utf8', env });
      expect(run.status, `${run.stdout.slice(-2000)}\n${run.stderr.slice(-2000)}`).toBe(status);
    });
  }
});
