import { type Part, startPart } from '../../shared/process/start-part.ts';
import type { LedgerConfig, LedgerReady } from './main.ts';

/** Starts the ledger as a process of its own, without the rights of root, with which PostgreSQL refuses to run. Rejects with a sentence. */
export const startLedger = (config: LedgerConfig, onLog: (line: string) => void): Promise<Part<LedgerReady>> =>
  startPart({ name: 'ledger', entry: new URL('main.ts', import.meta.url), config, onLog, unprivileged: true });
