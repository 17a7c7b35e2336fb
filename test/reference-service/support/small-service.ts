import type { EmbeddedOptions } from '../../../reference-service/onnuri/embedded-options.ts';

/** Two nodes, fifty users, five stores, and dependencies that answer at once. */
export function smallService(dataDir: string, changes: Partial<EmbeddedOptions> = {}): EmbeddedOptions {
  const quick = { p50: 1, p99: 2, concurrency: 50 };
  return {
    nodes: 2,
    lanes: [
      { name: 'register', cost: 5 },
      { name: 'payment', cost: 1 },
    ],
    tokensPerSecond: 1_000,
    users: 50,
    merchants: 5,
    runId: 'embedded-test',
    dataDir,
    dependencies: { carrier: quick, bank: quick },
    ...changes,
  };
}
