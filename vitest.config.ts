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

/** `engine`: k6 code against typed fakes of `k6/*`. `node`: everything else, real processes included. `long`: what does not fit into five minutes. */
export default defineConfig({
  test: {
    // Vitest would leave one of two cores idle; many tests wait for real processes.
    maxWorkers: 2,
    projects: [
      {
        plugins: [seeded],
        resolve: {
          alias: [
            { find: 'k6/http', replacement: fake('http') },
            { find: 'k6/execution', replacement: fake('execution') },
            { find: 'k6/metrics', replacement: fake('metrics') },
            { find: 'k6/data', replacement: fake('data') },
          ],
        },
        test: { name: 'engine', include: ['test/engine/**/*.test.ts', 'test/scenarios/**/*.test.ts'] },
      },
      {
        plugins: [seeded],
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/engine/**', 'test/scenarios/**', 'test/long/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 120_000 } },
    ],
    coverage: { provider: 'v8', include: ['models/**/*.ts'], reporter: ['text-summary'], thresholds: { lines: 100 } },
  },
});
