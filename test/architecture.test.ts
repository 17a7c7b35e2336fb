import { describe, expect, it } from 'vitest';
import { cycles, impurities, RULES, violations } from './support/architecture-rules.ts';
import { importsOf, type SourceFile, sourceFiles } from './support/imports.ts';

const files = sourceFiles();
const file = (path: string, text: string): SourceFile => ({ path, text });

/** One deliberate violation a rule: the proof that the rule can fail. */
const VIOLATIONS: Record<string, SourceFile> = {
  'workload is k6-safe': file('models/workload/a.ts', "import { mean } from 'mathjs';"),
  'scenarios are k6': file('scenarios/a.ts', "import { faker } from '@faker-js/faker';"),
  'models are pure': file('models/verdict/a.ts', "import { readFileSync } from 'node:fs';"),
  'dates come from the calendar': file('models/demand/peak/a.ts', "import Lunar from 'korean-lunar-calendar';"),
  'target stands alone': file('reference-service/a.ts', "import { judge } from '../models/verdict/judge.ts';"),
  'reports take results': file('reports/a.ts', "import { judge } from '../models/verdict/judge.ts';"),
  'scripts run scenarios as files': file('scripts/a.ts', "import run from '../engine/run-host.ts';"),
  'nothing imports test': file('scripts/a.ts', "import { x } from '../test/support/imports.ts';"),
  'local imports name their file': file('scripts/a.ts', "import { x } from './b';"),
  'no barrels': file('scripts/index.ts', "export { x } from './b.ts';"),
  'reports write nothing': file('reports/a.ts', "import { spawn } from 'node:child_process';"),
};

describe('architecture', () => {
  it('finds source files in every folder of the design, so that an empty list cannot pass', () => {
    for (const folder of ['models/workload/', 'models/', 'engine/', 'scenarios/', 'reference-service/', 'reports/', 'scripts/', 'test/'])
      expect(files.filter((one) => one.path.startsWith(folder)).length, folder).toBeGreaterThan(3);
  });

  it('holds the import table of the design', () => expect(violations(files)).toEqual([]));

  it('has no clock, no unseeded randomness in models and no file writing in reports', () => expect(impurities(files)).toEqual([]));

  it('has no import cycles', () => expect(cycles(files)).toEqual([]));

  for (const rule of RULES)
    it(`can fail: ${rule.name}`, () => {
      const broken = VIOLATIONS[rule.name];
      expect(broken, 'every rule has a violation').toBeDefined();
      expect(violations([broken!]).filter((sentence) => sentence.includes(rule.name))).toHaveLength(1);
    });

  it('can fail: impurity and writing', () => {
    expect(impurities([file('models/a.ts', 'const x = Math.random();')])).toHaveLength(1);
    expect(impurities([file('reports/a.ts', "writeFileSync('a', 'b');")])).toHaveLength(1);
  });

  it('can fail: a cycle of two files', () => {
    const pair = [file('scripts/a.ts', "import { b } from './b.ts';"), file('scripts/b.ts', "import { a } from './a.ts';")];
    expect(cycles(pair)).toEqual([['scripts/a.ts', 'scripts/b.ts']]);
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
