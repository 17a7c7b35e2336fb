import type { ServiceOptions } from '../../../reference-service/shared/service/service-options.ts';

/** The onnuri service with two nodes and fifty people. */
export function smallService(dataDir: string, changes: Partial<ServiceOptions> = {}): ServiceOptions {
  return {
    service: 'onnuri',
    size: { nodes: 2, admissionTokens: 1_000, doorsOpenAfter: 0 },
    lanes: [
      { name: 'register', cost: 5, share: 3.5 },
      { name: 'payment', cost: 1, share: 0.3 },
    ],
    people: 50,
    seed: 1,
    runId: 'service-test',
    dataDir,
    ...changes,
  };
}
