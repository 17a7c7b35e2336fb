import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fake = (name: string) => fileURLToPath(new URL(`./test/fakes/k6/${name}.ts`, import.meta.url));

/** `engine`: k6 code against typed fakes of `k6/*`. `node`: everything else, real processes included. `long`: what does not fit into five minutes. */
export default defineConfig({
  test: {
    // Vitest would leave one of two cores idle; many tests wait for real processes.
    maxWorkers: 2,
    projects: [
      {
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
