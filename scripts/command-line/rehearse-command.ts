import { type AddCommands, examples, GROUPS } from './command-group.ts';

/** `surgeproof rehearse`. */
export const rehearseCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('rehearse')
    .helpGroup(GROUPS.rehearse)
    .description('send a surge to its target, judge what people experienced, and write a report')
    .argument('[surge]', 'a surge file, or a name that `surgeproof list` shows; left out with --url')
    .optionsGroup('What is sent:')
    .option('--profile <name>', 'a profile of the surge (default: smoke if it has one, else its first)')
    .option('--rate <rate>', 'arrivals such as 50/s or 1200/min, in place of those of the profile')
    .option('--for <duration>', 'how long people arrive, such as 30s or 3min, in place of what the profile says')
    .option('--url <address>', 'rehearse one address without a surge file; needs --rate and --for')
    .option('--seed <number>', 'the same seed gives the same people and arrivals', '1')
    .optionsGroup('Where it goes:')
    .option('--target <name>', 'a target of k6.config.ts, a loopback address, or a reference service (default: what the surge says)')
    .option('--config <file>', 'configuration in place of k6.config.ts of this folder')
    .option('--nodes <number>', 'app nodes of a reference service (default: what the profile says)')
    .option('--bug <name>', 'start a reference service with one of its known mistakes, to see the rehearsal find it')
    .option('--line <name>', 'native or typescript: what polls the people in the queue (default: native where k6 has it)')
    .option('--no-walk', 'send the load without letting one person walk each journey first')
    .optionsGroup('Arrivals of a forecast:')
    .option('--forecast <file>', 'forecast.json whose arrivals replace those of the profile')
    .option('--quantile <name>', 'with --forecast: p50, p80, p90, p95 or p99 (default: p95)')
    .option('--event <name>', 'with --forecast: the announced event, where the forecast has several')
    .option('--scale <factor>', 'with --forecast: factor on its arrival rates, such as 0.1')
    .optionsGroup('Results:')
    .option('--out <folder>', 'folder of this run (default: runs/<UTC time>-<surge>)')
    .option('--timezone <name>', 'time zone of the report, such as Asia/Seoul (default: that of this machine)')
    .option('--json', 'print one JSON document; progress goes to standard error')
    .action(async (surge: string | undefined, options) => {
      (await import('../rehearse/plan/early-refusal.ts')).refuseEarly(surge, options);
      end(await (await import('../commands/rehearse.ts')).rehearse(surge, options, console));
    });
  examples(
    command,
    ['surgeproof rehearse ./spring-sale.surge.ts', 'the smoke profile of a surge file'],
    ['surgeproof rehearse ./spring-sale.surge.ts --profile full --target staging', 'another profile, to a target of k6.config.ts'],
    ['surgeproof rehearse --url http://127.0.0.1:8080/ --rate 50/s --for 30s', 'one address, without a file'],
  );
};
