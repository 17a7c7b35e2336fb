/** One line of `generator.ndjson`: the load generator's own state, each second. */
export interface GeneratorHealth {
  /** Seconds since the start of the run (second 0 of the measurement log). */
  readonly second: number;
  /** Cores in use by k6, 1 = one core fully busy. */
  readonly cpu: number;
  readonly memoryMiB: number;
  /** Open files of k6; null where the system does not tell. */
  readonly openFiles: number | null;
  /** Bytes read and written since k6 started, measurement log not included; null where the system does not tell. */
  readonly received: number | null;
  readonly sent: number | null;
}
