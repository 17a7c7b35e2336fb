import { describe, expect, it } from 'vitest';
import { crowdedFolders, fileCircles, folderCircles, longFiles } from './support/folder-rules.ts';
import { RULES, violations } from './support/import-table.ts';
import { importsOf, type SourceFile, sourceFiles } from './support/imports.ts';
import { impurities } from './support/purity.ts';
import { builtInNames, namesOf, namesUsed } from './support/service-names.ts';

const files = sourceFiles();
const sources = files.filter((one) => !one.path.startsWith('test/'));
const file = (path: string, text = ''): SourceFile => ({ path, text });

/** One deliberate violation a rule: the proof that the rule can fail. */
const VIOLATIONS: Record<string, SourceFile> = {
  'k6-safe code stands alone': file('models/definition/a.ts', "import { mean } from 'mathjs';"),
  'the engine is k6': file('engine/a.ts', "import { pay } from '../scenarios/shop/pay.ts';"),
  'scenarios use the public surface': file('scenarios/shop/a.ts', "import { erlangC } from '../../models/queueing/erlang/erlang-c.ts';"),
  'models are pure': file('models/verdict/a.ts', "import { readFileSync } from 'node:fs';"),
  'dates come from the calendar': file('models/demand/peak/a.ts', "import Lunar from 'korean-lunar-calendar';"),
  'the reference service stands alone': file('reference-service/a.ts', "import { judge } from '../models/verdict/judge.ts';"),
  'reports take results': file('reports/a.ts', "import { judge } from '../models/verdict/judge.ts';"),
  'reports write nothing': file('reports/a.ts', "import { spawn } from 'node:child_process';"),
  'scripts run k6 code as files': file('scripts/a.ts', "import run from '../engine/run-host.ts';"),
  'scripts know no service': file('scripts/a.ts', "import { start } from '../reference-service/shop/embedded.ts';"),
  'nothing imports test': file('scripts/a.ts', "import { x } from '../test/support/imports.ts';"),
  'local imports name their file': file('scripts/a.ts', "import { x } from './b';"),
  'no barrels': file('scripts/index.ts', "export { x } from './b.ts';"),
};

describe('architecture', () => {
  it('finds source files in every folder of the design, so that an empty list cannot pass', () => {
    for (const folder of ['models/workload/', 'models/', 'engine/', 'scenarios/', 'reference-service/', 'reports/', 'scripts/', 'test/'])
      expect(files.filter((one) => one.path.startsWith(folder)).length, folder).toBeGreaterThan(3);
  });

  it('holds the import table of docs/architecture.md', () => expect(violations(files)).toEqual([]));

  for (const rule of RULES)
    it(`can fail: ${rule.name}`, () => {
      const broken = VIOLATIONS[rule.name];
      expect(broken, 'every rule has a violation').toBeDefined();
      expect(violations([broken!]).filter((sentence) => sentence.includes(rule.name))).toHaveLength(1);
    });

  it('lets scripts start a reference service, benches measure its general parts, and reports word numbers', () => {
    const allowed = [
      file('scripts/a.ts', "import { startService } from '../reference-service/start-service.ts';"),
      file('scripts/bench/a.ts', "import { join } from '../../reference-service/waiting-room/room/room.ts';"),
      file('reports/a.ts', "import { sayCount } from '../models/words/count.ts';"),
    ];
    expect(violations(allowed)).toEqual([]);
  });

  it('has no clock and no unseeded randomness in models, and writes no files in reports', () => {
    expect(impurities(files)).toEqual([]);
    expect(impurities([file('models/a.ts', 'const x = Math.random();')])).toHaveLength(1);
    expect(impurities([file('reports/a.ts', "writeFileSync('a', 'b');")])).toHaveLength(1);
  });

  it('sees type-only, multi-line, dynamic and side-effect imports', () => {
    const text =
      "import type { A } from './a.ts';\nimport {\n  b,\n  c,\n} from './b.ts';\nconst d = await import('./d.ts');\nimport './e.ts';";
    expect(importsOf(file('scripts/x.ts', text)).map((found) => [found.target, found.typeOnly])).toEqual([
      ['scripts/a.ts', true],
      ['scripts/b.ts', false],
      ['scripts/e.ts', false],
      ['scripts/d.ts', false],
    ]);
  });
});

describe('files and folders', () => {
  it('import one another in one direction, types included', () => {
    expect(fileCircles(sources)).toEqual([]);
    const pair = [file('scripts/a.ts', "import type { B } from './b.ts';"), file('scripts/b.ts', "import { a } from './a.ts';")];
    expect(fileCircles(pair)).toEqual([['scripts/a.ts', 'scripts/b.ts']]);
  });

  it('have an order side by side, at every depth', () => {
    expect(folderCircles(sources)).toEqual([]);
    const knot = [
      file('models/a/x/one.ts', "import { two } from '../../b/two.ts';"),
      file('models/b/two.ts'),
      file('models/b/three.ts', "import { four } from '../a/four.ts';"),
      file('models/a/four.ts'),
    ];
    expect(folderCircles(knot)).toEqual([['models/a', 'models/b']]);
  });

  it('may use subfolders, and what lies above them, as long as no file is in a circle', () => {
    const tree = [
      file('reports/run/page.ts', "import { section } from './sections/section.ts';"),
      file('reports/run/sections/section.ts', "import type { Input } from '../input.ts';"),
      file('reports/run/input.ts'),
    ];
    expect([...folderCircles(tree), ...fileCircles(tree)]).toEqual([]);
  });

  it('are small: at most a dozen files side by side, at most 200 lines', () => {
    expect([...crowdedFolders(files), ...longFiles(files)]).toEqual([]);
    expect(crowdedFolders(Array.from({ length: 13 }, (_, i) => file(`models/a/${i}.ts`)))).toHaveLength(1);
    expect(longFiles([file('models/a.ts', 'x;\n'.repeat(201))])).toHaveLength(1);
  });
});

describe('names of services', () => {
  const shop = namesOf([{ file: 'scenarios/shop/spring-sale.surge.ts', steps: ['pay', 'find-item'], journeys: ['browse'] }]);

  it('stay in scenarios/ and reference-service/', async () => {
    const surges = await builtInNames(files);
    expect(surges.flatMap(({ steps }) => steps).length, 'names were found').toBeGreaterThan(5);
    expect(namesUsed(files, namesOf(surges))).toEqual([]);
  });

  it.each([
    "const step = 'pay';",
    "rehearse('spring-sale')",
    'const words = `the find-item step`;',
    'import { findItem } from "./x.ts";',
    'type FindItemAnswer = 1;',
    "const service = 'shop';",
  ])('are seen in code: %s', (code) => expect(namesUsed([file('engine/a.ts', code)], shop)).toHaveLength(1));

  it.each([
    '// pay in the shop, as find-item does',
    'const pay = (workshop: string) => workshop;',
    "const advice = 'pay attention';",
    "const other = 'find-items';",
  ])('are not seen where they are other words: %s', (code) => expect(namesUsed([file('engine/a.ts', code)], shop)).toEqual([]));
});
