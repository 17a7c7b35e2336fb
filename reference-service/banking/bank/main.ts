import { keepDatabase } from '../../shared/postgres/keep-database.ts';
import { runPart } from '../../shared/process/run-part.ts';
import type { BankConfig } from './bank-config.ts';
import { fillBank } from './fill-bank.ts';

/** The books of the bank as a process of its own. */
runPart((config: BankConfig) => keepDatabase(config, (client) => fillBank(client, config)));
