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
  program
    .command('calc')
    .description('ask one model: probabilities, waits, servers, fits')
    .argument('[function]', 'name of the model, see --list')
    .argument('[flags...]', 'its arguments, as --name value')
    .option('--list', 'name all models with their arguments')
    .option('--batch <file>', 'answer one JSON object a line: {"id", "fn", "args"}; - reads standard input')
    .allowUnknownOption()
    .action(async (fn: string | undefined, words: string[], options: { list?: true; batch?: string }) => {
      const { calc } = await import('./calc.ts');
      end(await calc({ fn, words, ...options }));
    });
}
