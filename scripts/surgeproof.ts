import { runCommandLine } from './command-line/cli.ts';
import { heedClosedPipe } from './terminal/closed-pipe.ts';

heedClosedPipe(process.stdout, process.stderr);
void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
