import { type DatabaseConfig, keepDatabase } from '../../shared/postgres/keep-database.ts';
import { runPart } from '../../shared/process/run-part.ts';
import { fillRegister } from './fill-register.ts';

/** The register of applications as a process of its own. */
runPart((config: DatabaseConfig) => keepDatabase(config, fillRegister));
