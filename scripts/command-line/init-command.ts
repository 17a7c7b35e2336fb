import { type AddCommands, examples, GROUPS } from './command-group.ts';

/** `surgeproof init`. */
export const initCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('init')
    .helpGroup(GROUPS.rehearse)
    .description('write a first surge file and k6.config.ts, after a few questions; no file is overwritten')
    .option('--name <name>', 'name of the surge and of its file', 'my-service')
    .option('--dir <folder>', 'where to write; made if there is none', '.')
    .option('--yes', 'ask nothing: what no flag says takes its default')
    .option('--url <address>', 'the service (default: a notice board that surgeproof starts on this machine)')
    .option('--path <path>', 'the page people open first (default: the path of --url)')
    .option('--login', 'people log in')
    .option('--rate <rate>', 'people at the peak, such as 50/s')
    .option('--openapi <document>', 'a file, or an address on this machine: its GET operations become the steps')
    .option('--json', 'print one JSON document')
    .action(async (options) => end(await (await import('../commands/init.ts')).init(options, console)));
  examples(
    command,
    ['surgeproof init', 'asks four questions, writes my-service.surge.ts'],
    ['surgeproof init --yes && surgeproof rehearse ./my-service.surge.ts', 'a first verdict with nothing else running'],
    ['surgeproof init --openapi ./openapi.yaml --url http://127.0.0.1:3000', 'steps from an OpenAPI document'],
  );
};
