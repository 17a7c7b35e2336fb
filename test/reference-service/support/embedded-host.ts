import { startEmbedded } from '../../../reference-service/onnuri/embedded.ts';
import { smallService } from './small-service.ts';

/** A process that runs the embedded service and says which processes it has, so that a test can kill it. */
const service = await startEmbedded(smallService(process.argv[2] ?? ''));
process.stdout.write(`${JSON.stringify(service.processes())}\n`);
