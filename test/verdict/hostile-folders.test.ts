import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { report } from '../../scripts/commands/report.ts';
import { SurgeproofError } from '../../scripts/errors/surgeproof-error.ts';
import { FILES } from '../../scripts/run-folder/file-names.ts';
import { cleanFiles } from './folder/edited.ts';
import type { RunFiles } from './folder/run-files.ts';

/** What a terminal, a page or a chart could stumble over. */
const HOSTILE = [
  '\u0000',
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u202egnp.exe',
  '\u2066\u2069\u200e\u200f\u061c',
  'a\u2028b\u2029c',
  'two\nlines\r\n\tthree',
  '\ud800',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  '</script><img src=x onerror=alert(1)>',
  '$(rm -rf ~); `id`',
  '=HYPERLINK("http://198.51.100.7")',
  '../../../../tmp/x',
  '9'.repeat(400),
  'x'.repeat(100_000),
  '',
  ' ',
  '가'.repeat(2_000),
  '👩‍👩‍👧‍👦',
];

/** Control characters besides line feeds, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to look for
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** Every text that stands in a JSON value, names of fields left out. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const linesOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

/** The distinct texts of a folder, as JSON has them. */
function allTexts(files: RunFiles): string[] {
  const values = [...files].flatMap(([name, text]) => (name.endsWith('.ndjson') ? linesOf(text) : [JSON.parse(text) as unknown]));
  return [...new Set(values.flatMap(textsIn))].sort();
}

/** Puts other texts everywhere, also where they are names of fields. */
function withTexts(files: RunFiles, changes: ReadonlyMap<string, string>): RunFiles {
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return changes.get(value) ?? value;
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [changes.get(key) ?? key, change(inner)]));
  };
  const json = (value: unknown): string => JSON.stringify(change(value));
  return new Map(
    [...files].map(([name, text]) => [
      name,
      name.endsWith('.ndjson')
        ? linesOf(text)
            .map((line) => `${json(line)}\n`)
            .join('')
        : json(JSON.parse(text)),
    ]),
  );
}

/** What `surgeproof report` prints and writes for a folder; a sentence with its status where it refuses. */
async function reported(files: RunFiles): Promise<{ readonly texts: readonly string[]; readonly exit: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'surgeproof-hostile-'));
  const lines: string[] = [];
  const console = { out: (line: string) => lines.push(line), err: () => {}, document: () => {}, json: false, live: false, colour: false, width: () => 80, resultWidth: () => 80 }; // biome-ignore format: short
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const exit = await report(folder, { timezone: 'UTC' }, console);
    const written = [FILES.html, FILES.markdown, FILES.verdict, FILES.run].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    return { texts: [...lines, ...written], exit };
  } catch (error) {
    if (!(error instanceof SurgeproofError)) throw error;
    expect(error.code, error.message).not.toBe('unreadable-run');
    return { texts: [error.message], exit: error.exit };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages and charts are made in the last test; making them for every text would take minutes. */
const made = vi.hoisted(() => ({ pages: false }));
vi.mock('../../reports/run/render-charts.ts', async (original) => {
  const real = await original<typeof import('../../reports/run/render-charts.ts')>();
  return { renderCharts: (...given: Parameters<typeof real.renderCharts>) => (made.pages ? real.renderCharts(...given) : []) };
});
vi.mock('../../reports/run/render-html.ts', async (original) => {
  const real = await original<typeof import('../../reports/run/render-html.ts')>();
  return { renderHtml: (...given: Parameters<typeof real.renderHtml>) => (made.pages ? real.renderHtml(...given) : '') };
});

describe('a run folder of somebody else', () => {
  it('is reported cleanly or refused with a sentence, whichever of its texts is hostile', { timeout: 600_000 }, async () => {
    const files = await cleanFiles();
    const texts = allTexts(files);
    expect(texts.length).toBeGreaterThan(100);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(texts, { minLength: 1, maxLength: 3 }), fc.constantFrom(...HOSTILE), async (chosen, hostile) => {
        const { texts: said, exit } = await reported(withTexts(files, new Map(chosen.map((text) => [text, `${text}${hostile}`]))));
        expect([0, 1, 2, 4, 5]).toContain(exit);
        for (const text of said) expect(text).not.toMatch(UNCLEAN);
      }),
      { seed: 10, numRuns: 25 },
    );
  });

  it('is drawn, with every free text hostile at once', { timeout: 600_000 }, async () => {
    made.pages = true;
    const files = await cleanFiles();
    const manifest = JSON.parse(files.get(FILES.manifest)!) as { configuration: { surge: Record<string, unknown> } };
    const { steps, lanes, journeys } = manifest.configuration.surge;
    const free = [...new Set(textsIn([steps, lanes, journeys]))];
    for (const hostile of ['\u0000\u001b[31m\u202e\ud800', 'x'.repeat(5_000)]) {
      const { texts, exit } = await reported(withTexts(files, new Map(free.map((text) => [text, `${text}${hostile}`]))));
      expect(exit, texts[0]).toBeLessThan(6);
      for (const text of texts) expect(text).not.toMatch(UNCLEAN);
    }
  });
});
