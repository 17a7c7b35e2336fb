import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Properties are drawn from one seed, so that `npm test` says the same every time; `FAST_CHECK_SEED=random` draws another one, a number repeats it. */
const FIXED_SEED = 20_261_129;
process.env.FAST_CHECK_SEED ??= String(FIXED_SEED);
if (process.env.FAST_CHECK_SEED === 'random') process.env.FAST_CHECK_SEED = String(randomInt(2 ** 31));
if (process.env.FAST_CHECK_SEED !== String(FIXED_SEED))
  console.info(
    `Seed of the properties: ${process.env.FAST_CHECK_SEED}; FAST_CHECK_SEED=${process.env.FAST_CHECK_SEED} npm test repeats them.`,
  );

const seed = fileURLToPath(new URL('./test/support/seed.ts', import.meta.url));

/** Seeds fast-check where it is imported. A setup file would load it for every test file, of which three in four do without. */
const seeded = {
  name: 'seeded-properties',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.test.ts') && code.includes("from 'fast-check'") ? { code: `import ${JSON.stringify(seed)};${code}`, map: null } : null,
};

const fake = (name: string) => fileURLToPath(new URL(`./test/fakes/k6/${name}.ts`, import.meta.url));

const fakeK6 = {
  alias: ['http', 'execution', 'metrics', 'crypto', 'data', 'encoding'].map((name) => ({ find: `k6/${name}`, replacement: fake(name) })),
};

/** What draws or computes, and touches neither the environment nor anything of the process. */
const PURE = ['models', 'reference', 'reports', 'scripts/{panel,schemas,size,terminal}'].map((folder) => `test/${folder}/**/*.test.ts`);

/**
 * `engine`: k6 code against typed fakes of `k6/*`. `pure`: code whose files share a process, because starting one and loading charts or schemas
 * takes longer than most of their tests. `node`: everything else, real processes included. `line`: both lines, compared. `long`: what does not fit into five minutes.
 */
export default defineConfig({
  test: {
    // Vitest would leave one of two cores idle. A third worker starves the real rehearsals: a smoke run of the documents was INVALID.
    maxWorkers: 2,
    // Once for all projects: surgeproof, built for the processes that tests start.
    globalSetup: ['./test/support/build-package.ts'],
    reporters: ['default', './test/support/slowest-files.ts'],
    projects: [
      {
        plugins: [seeded],
        resolve: fakeK6,
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts', 'test/scenarios/**/*.test.ts', 'test/verdict/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [seeded],
        test: {
          name: 'pure',
          include: PURE,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        plugins: [seeded],
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, 'test/engine/**', 'test/scenarios/**', 'test/verdict/**', 'test/line/**', 'test/long/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // After all others: two k6 that must do the same by the millisecond do so only on a machine that does nothing else. A comparison that
        // a stall of the machine spoils is made once more; a line that differs does so again.
        test: {
          name: 'line',
          include: ['test/line/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
          retry: 1,
        },
      },
      {
        resolve: fakeK6,
        test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 120_000 },
      },
    ],
    coverage: { provider: 'v8', include: ['models/**/*.ts'], reporter: ['text-summary'], thresholds: { lines: 100 } },
  },
});
