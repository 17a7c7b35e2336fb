import { type Import, importsOf, type SourceFile } from './imports.ts';

/** What a part of the tree may import, and why; `docs/architecture.md` shows the same table. */
export interface Rule {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  readonly allows: (found: Import) => boolean;
  readonly because: string;
}

const inside =
  (...folders: string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isPackage = (found: Import): boolean => !found.specifier.startsWith('.');
const isNode = (found: Import): boolean => found.specifier.startsWith('node:');
const isK6 = (found: Import): boolean => found.specifier === 'k6' || found.specifier.startsWith('k6/');
const numeric = new Set(['mathjs', 'mathjs/number', 'mathjs/lib/browser/math.js']);
/** Tables of dates: pure data and functions of dates, without I/O or a clock. */
const dates = new Set(['@hyunbinseo/holidays-kr/all', 'korean-lunar-calendar']);
const calendar = inside('models/demand/calendar');

const workload = inside('models/workload', 'models/protocols', 'models/people', 'k6.config.ts');

export const RULES: readonly Rule[] = [
  {
    name: 'workload is k6-safe',
    appliesTo: workload,
    allows: (found) => workload(found.target) || inside('scenarios')(found.target), // until surges are files of their own
    because:
      'models/workload and k6.config.ts run inside k6 and in Node: no packages, no node:*, no k6/*; move the rest to models/ or scripts/.',
  },
  {
    name: 'scenarios are k6',
    appliesTo: inside('engine', 'scenarios'),
    allows: (found) => isK6(found) || workload(found.target) || inside('engine', 'scenarios')(found.target),
    because: 'k6 knows neither Node nor packages: put shared code into models/workload, data into a file read with open().',
  },
  {
    name: 'models are pure',
    appliesTo: (path) => inside('models')(path) && !workload(path),
    allows: (found) => (isPackage(found) ? numeric.has(found.specifier) || dates.has(found.specifier) : inside('models')(found.target)),
    because: 'a model takes values and returns values: do I/O in scripts/ and pass the result in.',
  },
  {
    name: 'dates come from the calendar',
    appliesTo: (path) => inside('models')(path) && !calendar(path),
    allows: (found) => !dates.has(found.specifier),
    because: 'only models/demand/calendar knows where holidays come from: ask it, so that the version in the forecast is the whole truth.',
  },
  {
    name: 'target stands alone',
    appliesTo: inside('reference-service'),
    allows: (found) => (isPackage(found) ? !isK6(found) : inside('reference-service')(found.target) || workload(found.target)),
    because: 'the reference service must not share judgement with what measures it: only models/workload is common.',
  },
  {
    name: 'reports take results',
    appliesTo: inside('reports'),
    allows: (found) =>
      isPackage(found)
        ? !isK6(found)
        : inside('reports')(found.target) || workload(found.target) || (inside('models')(found.target) && found.typeOnly),
    because: 'a report shows results and computes none: import only types of models/, compute in models/, call it from scripts/.',
  },
  {
    name: 'scripts run scenarios as files',
    appliesTo: inside('scripts', 'bin'),
    allows: (found) => !inside('engine', 'test')(found.target) && !isK6(found),
    because: 'scenarios run inside k6: start them as a process.',
  },
  {
    name: 'nothing imports test',
    appliesTo: (path) => !inside('test')(path),
    allows: (found) => !inside('test')(found.target),
    because: 'test code is not part of the product.',
  },
  {
    name: 'local imports name their file',
    appliesTo: () => true,
    allows: (found) => isPackage(found) || /\.(ts|cjs|mjs|json)$/.test(found.specifier),
    because: 'k6 resolves like a browser: write the full path with .ts.',
  },
  {
    name: 'no barrels',
    appliesTo: () => true,
    allows: (found) => !found.reExport,
    because: 'import from the file that defines the thing, so that a reader finds it in one step.',
  },
  {
    name: 'reports write nothing',
    appliesTo: inside('reports'),
    allows: (found) =>
      !isNode(found) ||
      ['node:fs', 'node:fs/promises', 'node:module', 'node:path', 'node:url', 'node:crypto', 'node:zlib'].includes(found.specifier),
    because: 'reports/ returns bytes; files, processes and clocks live in scripts/.',
  },
];

/** Sentences, one for each broken rule; empty when the tree is as designed. */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const imports = importsOf(file);
    return RULES.filter((rule) => rule.appliesTo(file.path)).flatMap((rule) =>
      imports
        .filter((found) => !rule.allows(found))
        .map((found) => `${file.path}: imports ${found.specifier}: ${rule.name}: ${rule.because}`),
    );
  });
}

const IMPURE = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/;
const WRITES = /\b(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|mkdir|rename|rm|unlink)\b\s*\(/;

/** A clock or unseeded randomness in pure folders, and file writing in reports. */
export function impurities(files: readonly SourceFile[]): string[] {
  const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  return files.flatMap((file) => {
    if (inside('models', 'k6.config.ts')(file.path) && IMPURE.test(code(file.text)))
      return [`${file.path}: models are pure: pass the clock or the generator in.`];
    if (inside('reports')(file.path) && WRITES.test(code(file.text)))
      return [`${file.path}: reports return bytes: write them in scripts/.`];
    return [];
  });
}

/** Import cycles, each as the list of its files; type-only imports do not count, they vanish at run time. */
export function cycles(files: readonly SourceFile[]): string[][] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((found) => !found.typeOnly)
        .map((found) => found.target),
    ]),
  );
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(trail.slice(at));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) if (edges.has(next)) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
