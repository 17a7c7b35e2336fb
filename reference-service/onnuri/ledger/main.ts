import { keepDatabase } from '../../shared/postgres/keep-database.ts';
import { runPart } from '../../shared/process/run-part.ts';
import { fillLedger } from './fill-ledger.ts';
import type { LedgerConfig } from './ledger-config.ts';

/** The ledger as a process of its own. */
runPart((config: LedgerConfig) => keepDatabase(config, (client) => fillLedger(client, config)));
