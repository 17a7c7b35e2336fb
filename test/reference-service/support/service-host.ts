import { startService } from '../../../reference-service/start-service.ts';
import { smallService } from './small-service.ts';

/** A process that runs a reference service and says which processes it has, so that a test can kill it. */
const service = await startService(smallService(process.argv[2] ?? ''));
process.stdout.write(`${JSON.stringify(service.processes())}\n`);
