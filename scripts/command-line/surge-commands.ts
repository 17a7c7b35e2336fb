import { type AddCommands, examples, GROUPS } from './command-group.ts';

const reportCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('report')
    .helpGroup(GROUPS.rehearse)
    .description('judge a run again and rebuild its report, from its folder alone')
    .argument('<run>', 'a run folder, the name of one in runs/, or latest')
    .option('--timezone <name>', 'time zone of the report, such as Asia/Seoul (default: that of this machine)')
    .option('--json', 'print one JSON document')
    .action(async (run: string, options) => end(await (await import('../commands/report.ts')).report(run, options, console)));
  examples(command, ['surgeproof report latest --timezone UTC', 'the newest run, with times in UTC']);
};

const listCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('list')
    .helpGroup(GROUPS.rehearse)
    .description('show the surges of this folder and the built-in ones, with their profiles')
    .argument('[where]', 'a folder or a surge file, in place of this folder and the built-in ones')
    .option('--json', 'print one JSON document')
    .action(async (where: string | undefined) => end(await (await import('../commands/list.ts')).list(where, console)));
  examples(command, ['surgeproof list', 'everything that `surgeproof rehearse` can send from here']);
};

const bundleCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('bundle')
    .helpGroup(GROUPS.rehearse)
    .description('write one script for plain `k6 run`, with thresholds from the budgets of the surge')
    .argument('<surge>', 'a surge file, or a name that `surgeproof list` shows')
    .option('--profile <name>', 'a profile of the surge (default: smoke if it has one, else its first)')
    .option('--target <name>', 'a target of k6.config.ts or a loopback address (default: what the surge says)')
    .option('--config <file>', 'configuration in place of k6.config.ts of this folder')
    .option('--rate <rate>', 'arrivals such as 50/s, in place of those of the profile')
    .option('--for <duration>', 'how long people arrive, such as 30s, in place of what the profile says')
    .option('--seed <number>', 'the same seed gives the same people and arrivals', '1')
    .option('--out <file>', 'the script (default: <surge>.k6.js in this folder)')
    .option('--json', 'print one JSON document')
    .action(async (surge: string, options) => {
      (await import('../surge-file/find-surge.ts')).findSurge(surge);
      end(await (await import('../commands/bundle.ts')).bundle(surge, options, console));
    });
  examples(command, ['surgeproof bundle ./spring-sale.surge.ts --out sale.js && k6 run sale.js', 'the same surge with any k6 from 2.2 on']);
};

const targetCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('target')
    .helpGroup(GROUPS.rehearse)
    .description('serve a reference service until Ctrl-C')
    .argument('<service>', 'a service that a built-in surge names')
    .option('--nodes <number>', 'app nodes (default: what the profile says)')
    .option('--port <number>', 'port of the waiting room; the app takes the next one', '8080')
    .option('--surge <name>', 'the surge whose size it takes (default: the first built-in one for this service)')
    .option('--profile <name>', 'the profile whose size it takes (default: lab if the surge has one, else its last)')
    .option('--json', 'print one JSON document when it serves')
    .action(async (service: string, options) => end(await (await import('../commands/target.ts')).target(service, options, console)));
  examples(command, ['surgeproof target onnuri --nodes 2', 'serves it until Ctrl-C, and says what to type in another terminal']);
};

/** The commands around a surge besides `rehearse`. */
export const surgeCommands: AddCommands = (program, console, end) => {
  for (const add of [reportCommand, listCommand, bundleCommand, targetCommand]) add(program, console, end);
};
