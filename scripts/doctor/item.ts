/** One line of `surgeproof doctor`. */
export interface DoctorItem {
  readonly name: string;
  /** `low`: enough for small profiles only. `optional`: missing, and not needed because of what else is there. */
  readonly state: 'ok' | 'low' | 'missing' | 'optional';
  readonly detail: string;
  /** Remedy as a sentence; null when none is needed. */
  readonly remedy: string | null;
}
