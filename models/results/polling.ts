import type { LineKind } from '../workload/surge/run-configuration.ts';

/** Which line asked again for people in the queue, and why it was not the native one. */
export interface Polling {
  readonly line: LineKind;
  /**
   * `asked`: with `--line typescript`; `dialect`: the dialect of the waiting room does not say how a waiting answer looks; `k6`: the k6 at hand
   * has no native line. null for the native line.
   */
  readonly because: 'asked' | 'dialect' | 'k6' | null;
}
