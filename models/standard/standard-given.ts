import type { CpuSymbol } from './tta-cpu.ts';
import type { DbSymbol } from './tta-db.ts';
import type { DiskSymbol } from './tta-disk.ts';
import type { MemorySymbol } from './tta-memory.ts';

export type StandardSymbol = CpuSymbol | DbSymbol | MemorySymbol | DiskSymbol;

/** Factors by symbol. */
export type GivenFactors = { readonly [S in StandardSymbol]?: number };

/** One kind of server; its factors stand before those of all servers. */
export interface GivenServer extends GivenFactors {
  /** How many are bought. */
  readonly servers?: number;
  readonly model?: string;
}

/** The part `standard` of a policy: what a planner knows for the form. Whatever is left out is derived, usual, or left to be filled in. */
export interface StandardGiven extends GivenFactors {
  readonly project?: string;
  readonly system?: string;
  /** Mean time between an answer and the next request of a user, in seconds: with it the concurrent users follow from the peak. */
  readonly thinkSeconds?: number;
  readonly transactionsPerRequest?: number;
  /** The weight of table 6-7 that names the architecture: 1, 1.6, 1.7 or 2.1. */
  readonly weight?: number;
  /** The system that the reference method compares with. */
  readonly reference?: string;
  /** Grounds of values a planner chose, in Korean, by symbol. */
  readonly grounds?: { readonly [S in StandardSymbol]?: string };
  readonly web?: GivenServer;
  readonly was?: GivenServer;
  readonly db?: GivenServer;
}
