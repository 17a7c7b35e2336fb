import { type DatabaseConfig, keepDatabase } from '../../shared/postgres/keep-database.ts';
import { runPart } from '../../shared/process/run-part.ts';
import { fillBooks } from './fill-books.ts';

/** The books of identifications as a process of its own. */
runPart((config: DatabaseConfig) => keepDatabase(config, fillBooks));
