import { defineConfig } from './surgeproof.ts';

const source = 'domain table of latency budgets (docs/reference/budgets.md)';

/** Targets, safety limits and defaults of this folder. What a surge says itself goes first. */
export default defineConfig({
  targets: {
    // What `surgeproof target onnuri` serves.
    local: {
      url: 'http://127.0.0.1:8081',
      waitingRoom: { url: 'http://127.0.0.1:8080' },
      maximumArrivalRate: '5000/s',
    },
  },
  defaults: {
    waitingRoomBudget: { p50: '30 ms', p95: '150 ms', p99: '500 ms', errors: '0.1 %', minSamples: 200, source, kind: 'assumed' },
    queue: {
      maxInversionShare: '0.1 %',
      minKendallTau: 0.999,
      maxLostPlaces: 0,
      maxAbandonedShare: '5 %',
      maxAnnouncedError: '30 %',
      minAnnouncedShare: '90 %',
      announcedGrace: '5 s',
      source: 'criteria of the Digital Onnuri launch (docs/reference/budgets.md)',
      kind: 'assumed',
    },
  },
});
