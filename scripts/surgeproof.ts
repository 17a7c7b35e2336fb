import { runCommandLine } from './cli.ts';
import { heedClosedPipe } from './terminal/closed-pipe.ts';

heedClosedPipe(process.stdout, process.stderr);
process.exitCode = await runCommandLine(process.argv.slice(2));
