import type { Command } from 'commander';
import type { ExitCode } from '../errors/exit-code.ts';
import type { Console } from '../terminal/console.ts';

/** Where a command leaves its exit code. */
export type Ending = (code: ExitCode) => void;

/** Adds commands to the command line. What a command does is loaded when it runs, so that help and refusals stay fast. */
export type AddCommands = (program: Command, console: Console, end: Ending) => void;

/** Headings under which `surgeproof --help` lists the commands. */
export const GROUPS = {
  rehearse: 'Rehearse a surge:',
  plan: 'Plan capacity:',
  machine: 'This machine:',
} as const;

/** Examples below the options of a command, each a command with what it does. */
export function examples(command: Command, ...lines: readonly (readonly [example: string, what: string])[]): Command {
  const text = lines.map(([example, what]) => `  ${example}\n      ${what}`).join('\n');
  return command.addHelpText('after', `\nExamples:\n${text}`);
}
