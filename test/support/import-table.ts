import { type Import, importsOf, type SourceFile } from './imports.ts';

/** Imports that a part of the tree may have, and why; `docs/architecture.md` shows the same table. */
export interface Rule {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  readonly allows: (found: Import) => boolean;
  readonly because: string;
}

const inside =
  (...places: string[]) =>
  (path: string): boolean =>
    places.some((place) => path === place || path.startsWith(`${place}/`));
const isPackage = (found: Import): boolean => !found.specifier.startsWith('.');
const isNode = (found: Import): boolean => found.specifier.startsWith('node:');
const isK6 = (found: Import): boolean => found.specifier === 'k6' || found.specifier.startsWith('k6/');

/** Computation without I/O or a clock: matrices, special functions, and time zones. */
const COMPUTING = new Set(['mathjs', 'mathjs/number', 'mathjs/lib/browser/math.js', 'temporal-polyfill']);
/** Tables of holidays. */
const HOLIDAYS = new Set(['@hyunbinseo/holidays-kr/all', 'korean-lunar-calendar']);
const calendar = inside('models/demand/calendar');

/** Runs inside k6 and in Node. */
const k6Safe = inside(
  'models/workload',
  'models/protocols',
  'models/people',
  'models/invariants',
  'models/definition',
  'surgeproof.ts',
  'k6.config.ts',
);
const examples = inside('scenarios', 'reference-service');
/** The doors to the reference services: their names, and their start. The benches may also take its general parts, which they measure. */
const serviceDoor = inside('reference-service/start-service.ts', 'reference-service/known-services.ts');
const generalParts = inside('reference-service/shared', 'reference-service/waiting-room');

export const RULES: readonly Rule[] = [
  {
    name: 'k6-safe code stands alone',
    appliesTo: k6Safe,
    allows: (found) => k6Safe(found.target),
    because: 'it runs inside k6 and in Node: no packages, no node:*, no k6/*; move the rest to models/ or scripts/.',
  },
  {
    name: 'the engine is k6',
    appliesTo: inside('engine'),
    allows: (found) => isK6(found) || k6Safe(found.target) || inside('engine')(found.target),
    because: 'k6 knows neither Node nor packages, and the engine knows no service: put shared code into models/workload.',
  },
  {
    name: 'scenarios use the public surface',
    appliesTo: inside('scenarios'),
    allows: (found) => isK6(found) || inside('surgeproof.ts', 'models/protocols', 'models/people', 'scenarios')(found.target),
    because: 'a built-in surge is written as any other: add what it lacks to surgeproof.ts.',
  },
  {
    name: 'models are pure',
    appliesTo: (path) => inside('models')(path) && !k6Safe(path),
    allows: (found) =>
      isPackage(found) ? COMPUTING.has(found.specifier) || HOLIDAYS.has(found.specifier) : inside('models')(found.target),
    because: 'a model takes values and returns values: do I/O in scripts/ and pass the result in.',
  },
  {
    name: 'dates come from the calendar',
    appliesTo: (path) => inside('models')(path) && !calendar(path),
    allows: (found) => !HOLIDAYS.has(found.specifier),
    because: 'only models/demand/calendar knows where holidays come from, so that a forecast can state the version of all of them.',
  },
  {
    name: 'the reference service stands alone',
    appliesTo: inside('reference-service'),
    allows: (found) => (isPackage(found) ? !isK6(found) : inside('reference-service')(found.target) || k6Safe(found.target)),
    because: 'it must not share judgement with what measures it: only k6-safe code is common.',
  },
  {
    name: 'reports take results',
    appliesTo: inside('reports'),
    allows: (found) => {
      if (isPackage(found)) return !isK6(found);
      return inside('reports', 'models/words')(found.target) || k6Safe(found.target) || (inside('models')(found.target) && found.typeOnly);
    },
    because: 'a report shows results and computes none: of models/ import types, and the wording of numbers in models/words.',
  },
  {
    name: 'reports write nothing',
    appliesTo: inside('reports'),
    allows: (found) =>
      !isNode(found) ||
      ['node:fs', 'node:fs/promises', 'node:module', 'node:path', 'node:url', 'node:crypto', 'node:zlib'].includes(found.specifier),
    because: 'reports/ returns bytes; files, processes and clocks live in scripts/.',
  },
  {
    name: 'scripts run k6 code as files',
    appliesTo: inside('scripts', 'bin'),
    allows: (found) => !inside('engine', 'test')(found.target) && !isK6(found),
    because: 'it runs inside k6: bundle it, and start k6 as a process.',
  },
  {
    name: 'scripts know no service',
    appliesTo: inside('scripts', 'bin'),
    allows: (found) =>
      !examples(found.target) || serviceDoor(found.target) || (found.from.startsWith('scripts/bench/') && generalParts(found.target)),
    because: 'surges are files that a person names; a reference service is started by its name with reference-service/start-service.ts.',
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
    appliesTo: (path) => path !== 'surgeproof.ts',
    allows: (found) => !found.reExport,
    because:
      'import from the file that defines the thing, so that a reader finds it in one step; only surgeproof.ts, the public surface, re-exports.',
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
