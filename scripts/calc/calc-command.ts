import type { Command } from 'commander';

/** Receives the exit code the command ends with. */
type Ending = (code: 0 | 2) => void;

const setExitCode: Ending = (code) => {
  process.exitCode = code;
};

/**
 * Adds `surgeproof calc` to the program: one model with its arguments as flags, `--batch` for a file of questions, `--list` for the names.
 * Values are printed as JSON on standard output; an error is a sentence on standard error and exit code 2, in a batch a line of its own.
 * Everything else is loaded when the command runs, so that other commands do not pay for it.
 */
export function calcCommand(program: Command, end: Ending = setExitCode): void {
  const command = program
    .command('calc')
    // Declared as an option, since `calc <function> --help` is answered by the function.
    .helpOption(false)
    .helpGroup('Plan capacity:')
    .description('evaluate one model from the command line: probabilities, waits, servers, fits')
    .argument('[function]', 'name of the model, see --list')
    .argument('[flags...]', 'its arguments, as --name value')
    .option('--list', 'list all models with their arguments')
    .option('-h, --help', 'this text; after a function its arguments with their units, and an example')
    .option('--batch <file>', 'answer one JSON object a line: {"id", "fn", "args"}; - reads standard input')
    .allowUnknownOption()
    .addHelpText(
      'after',
      '\nExamples:\n  surgeproof calc erlang-c --load 80 --servers 90\n      probability of waiting; `surgeproof calc --list` names all models\n  surgeproof calc erlang-c --help\n      what its arguments are',
    )
    .action(async (fn: string | undefined, words: string[], options: { list?: true; help?: true; batch?: string }) => {
      if (options.help === true && fn === undefined) return command.outputHelp();
      const { calc } = await import('./calc.ts');
      end(await calc({ fn, words, ...options }));
    });
}
