/** What the plan would be on one type of node. */
export interface PlanInstance {
  readonly name: string;
  readonly perHour: number;
  /** Requests at a time, and the mean service time in milliseconds. */
  readonly servers: number;
  readonly serviceTime: number;
  /** For the peak alone, and to run in every situation; null where no number keeps the budget. */
  readonly needed: number | null;
  readonly nodes: number | null;
  readonly perEvent: number | null;
  /** Why no number does. */
  readonly reason: string | null;
}

/** Types of nodes beside each other, the cheapest first. */
export interface PlanInstances {
  readonly currency: string;
  readonly hours: number;
  readonly types: readonly PlanInstance[];
}

/** A number of nodes, with what it costs on average over the peaks of the forecast. */
export interface PlanRegretRow {
  readonly nodes: number;
  /** Paid for nodes. */
  readonly spend: number;
  /** Paid for nodes that the peak did not need. */
  readonly tooMany: number;
  /** Probability that the peak breaks the budget, and what that costs. */
  readonly broken: number;
  readonly tooFew: number;
  /** Above what would have been paid had the peak been known. */
  readonly regret: number;
}

/** The cost of too many nodes against that of too few. */
export interface PlanRegret {
  readonly currency: string;
  readonly perMinute: number;
  readonly minutes: number;
  /** The number with the least regret. */
  readonly best: number;
  readonly rows: readonly PlanRegretRow[];
}
