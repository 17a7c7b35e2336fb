/** A fault as it really was. Seconds since the start of the run. */
export interface DoneFault {
  readonly title: string;
  readonly planned: { readonly from: number; readonly to: number };
  /** null: it never began. */
  readonly began: number | null;
  /** null: it was not over when the run was, or could not be ended. */
  readonly ended: number | null;
  /** What went wrong with it, as a sentence; null when nothing did. */
  readonly problem: string | null;
}

/** `faults.json`: what was really broken, and when, in the order of the plan. */
export interface FaultsFile {
  readonly schema: 'surgeproof/faults';
  readonly version: 1;
  readonly faults: readonly DoneFault[];
}
