import { Command, CommanderError } from 'commander';
import { calcCommand } from '../calc/calc-command.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { reportOf } from '../errors/report-error.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { VERSION } from '../project/version.ts';
import { type Console, processConsole } from '../terminal/console.ts';
import { forecastCommand } from './forecast-command.ts';

/** Where a command leaves its exit code. */
type Ending = (code: ExitCode) => void;

function addDoctor(program: Command, console: Console, end: Ending): void {
  program
    .command('doctor')
    .description('say what this machine has, what it lacks, and what to do about it')
    .option('--json', 'print one JSON document')
    .action(async () => end(await (await import('../commands/doctor.ts')).doctor(console)));
}

function addRehearse(program: Command, console: Console, end: Ending): void {
  program
    .command('rehearse')
    .description('send a surge at a target, watch it, and judge it')
    .argument('<scenario>', 'onnuri-launch or smoke')
    .option('--profile <name>', 'smoke (seconds), lab (minutes, two cores) or full (the event itself)', 'smoke')
    .option('--target <name>', 'a target listed in k6.config.ts', 'embedded')
    .option('--seed <number>', 'the same seed gives the same people and arrivals', '1')
    .option('--nodes <number>', 'app nodes of the embedded service (default: what the profile says)')
    .option('--forecast <file>', 'send the arrivals of a forecast.json in place of those of the profile')
    .option('--quantile <name>', 'with --forecast: p50, p80, p90, p95 or p99 (default: p95)')
    .option('--event <name>', 'with --forecast: the announced event, where the forecast has several')
    .option('--scale <factor>', 'with --forecast: factor on its arrival rates, such as 0.1 (default: 1; for smoke, no more than usual)')
    .option('--out <folder>', 'folder of this run (default: runs/<UTC time>-<scenario>)')
    .option('--json', 'print one JSON document; progress goes to standard error')
    .action(async (scenario: string, options) => end(await (await import('../commands/rehearse.ts')).rehearse(scenario, options, console)));
}

function addReport(program: Command, console: Console, end: Ending): void {
  program
    .command('report')
    .description('judge a run again and rebuild its report, from its folder alone')
    .argument('<run>', 'a run folder, the name of one in runs/, or latest')
    .option('--json', 'print one JSON document')
    .action(async (run: string) => end(await (await import('../commands/report.ts')).report(run, console)));
}

function addTarget(program: Command, console: Console, end: Ending): void {
  program
    .command('target')
    .description('serve the embedded service until Ctrl-C, for `k6 run` by hand (target `local`)')
    .option('--nodes <number>', 'app nodes', '4')
    .option('--port <number>', 'port of the waiting room; the app takes the next one', '8080')
    .option('--json', 'print one JSON document when it serves')
    .action(async (options) => end(await (await import('../commands/target.ts')).target(options, console)));
}

function addSize(program: Command, console: Console, end: Ending): void {
  program
    .command('size')
    .description('say how many nodes keep a latency budget at a forecast peak, with which confidence, and why')
    .option('--peak <rate>', 'mean of the peak, such as 1200/s')
    .option('--sd <share>', 'standard deviation of the peak, such as 10%')
    .option('--forecast <file>', 'forecast.json instead of --peak')
    .option('--service-time <time>', 'mean service time, such as 40ms')
    .option('--servers-per-node <number>', 'requests a node works on at the same time')
    .option('--cs2 <number>', 'squared coefficient of variation of the service time (1, exponential, when left out)')
    .option('--capacity <file>', 'capacity.json, measured steps, instead of a node by hand')
    .option('--budget <budget>', 'latency budget, such as p99=200ms')
    .option('--confidence <share>', 'with which the budget is to hold (95%)')
    .option('--zones <number>', 'zones, of which one may fail (3)')
    .option('--retries <number>', 'attempts of a client after a failed one (3)')
    .option('--policy <file>', 'policy.json: these and further decisions')
    .option('--out <folder>', 'write plan.json, plan.html and the form of the Korean sizing standard there')
    .option('--json', 'print plan.json')
    .action(async (options) => end(await (await import('../commands/size.ts')).size(options, console)));
}

function build(console: Console, end: Ending): Command {
  const program = new Command('surgeproof')
    .description("From last season's demand to this season's servers, proven by a rehearsal.")
    .version(VERSION)
    .showSuggestionAfterError()
    .showHelpAfterError('(`surgeproof --help` or `surgeproof <command> --help` shows what there is)')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  for (const add of [forecastCommand, addRehearse, addReport, addSize, addDoctor, addTarget]) add(program, console, end);
  calcCommand(program, end);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** What commander says of wrong usage, as our error; null for `--help` and `--version`, which have been printed. */
function usageError(error: CommanderError, args: readonly string[]): SurgeproofError | null {
  if (error.exitCode === 0) return null;
  if (error.code === 'commander.help')
    return new SurgeproofError('wrong-usage', { text: 'command: must be given; `surgeproof --help` lists them' });
  const text = error.message.replace(/^error: /, '').replace(/\n+\(?Did you mean (.*?\?)\)?$/, '; did you mean $1');
  const command = args.find((arg) => !arg.startsWith('-'));
  const help = error.code === 'commander.unknownCommand' || command === undefined ? '' : `${command} `;
  return new SurgeproofError('wrong-usage', { text: `${text} (\`surgeproof ${help}--help\` shows what there is)` });
}

/** Runs one command and returns the status to end with. Never throws. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  const console = processConsole(args.includes('--json'));
  let code: ExitCode = EXIT.ok;
  try {
    await build(console, (ended) => (code = ended)).parseAsync([...args], { from: 'user' });
    return code;
  } catch (thrown) {
    const error = thrown instanceof CommanderError ? usageError(thrown, args) : thrown;
    if (error === null) return EXIT.ok;
    const report = reportOf(error);
    console.err(report.message);
    console.document({ schema: 'surgeproof/error', version: 1, error: report });
    return report.exit;
  }
}
