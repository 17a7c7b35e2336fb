import { Command, CommanderError } from 'commander';
import { calcCommand } from '../calc/calc-command.ts';
import { EXIT, type ExitCode } from '../errors/exit-code.ts';
import { reportOf } from '../errors/report-error.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';
import { VERSION } from '../project/version.ts';
import { type Console, processConsole } from '../terminal/console.ts';
import { type AddCommands, type Ending, examples, GROUPS } from './command-group.ts';
import { forecastCommand } from './forecast-command.ts';
import { initCommand } from './init-command.ts';
import { rehearseCommand } from './rehearse-command.ts';
import { sizeCommand } from './size-command.ts';
import { surgeCommands } from './surge-commands.ts';

const doctorCommand: AddCommands = (program, console, end) => {
  const command = program
    .command('doctor')
    .helpGroup(GROUPS.machine)
    .description('show what this machine has and lacks for a rehearsal, and what to do about it')
    .option('--json', 'print one JSON document')
    .action(async () => end(await (await import('../commands/doctor.ts')).doctor(console)));
  examples(command, ['surgeproof doctor', 'before the first rehearsal on a machine']);
};

function build(console: Console, end: Ending): Command {
  const program = new Command('surgeproof')
    .description("From last season's demand to this season's servers, proven by a rehearsal.")
    .version(VERSION)
    .showSuggestionAfterError()
    .showHelpAfterError('(`surgeproof --help` lists the commands, `surgeproof <command> --help` their options)')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  for (const add of [initCommand, rehearseCommand, surgeCommands, forecastCommand, sizeCommand, doctorCommand]) add(program, console, end);
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
  return new SurgeproofError('wrong-usage', { text: `${text} (\`surgeproof ${help}--help\` shows the options)` });
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
