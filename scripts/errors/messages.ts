import { EXIT, type ExitCode } from './exit-code.ts';

/** What an error code means: the exit status, and the sentence made of its details. */
interface Message<Details> {
  readonly exit: ExitCode;
  readonly say: (details: Details) => string;
}

const message = <Details>(exit: ExitCode, say: (details: Details) => string): Message<Details> => ({ exit, say });

const lines = (problems: readonly string[]): string => problems.join('\n');
const orSimilar = (similar: string | null): string => (similar === null ? '' : `; did you mean ${similar}?`);

/** Closed list of everything that can go wrong by somebody's doing: subject, rule, what was given, what to do. */
export const MESSAGES = {
  'wrong-usage': message(EXIT.usage, ({ text }: { text: string }) => text),
  'invalid-options': message(EXIT.usage, ({ problems }: { problems: readonly string[] }) => lines(problems)),
  'invalid-configuration': message(
    EXIT.usage,
    ({ file, problems }: { file: string; problems: readonly string[] }) => `${file} cannot be used as it is:\n${lines(problems)}`,
  ),
  'no-such-surge': message(
    EXIT.usage,
    ({ given, known, similar }: { given: string; known: readonly string[]; similar: string | null }) =>
      `surge: must be a surge file or one of ${known.join(', ')}, got ${given}, which is neither${orSimilar(similar)}; \`surgeproof list\` shows what there is`,
  ),
  'broken-file': message(
    EXIT.usage,
    ({ file, problems }: { file: string; problems: readonly string[] }) => `${file} cannot be loaded:\n${lines(problems)}`,
  ),
  'script-mistake': message(
    EXIT.usage,
    ({ file, problems }: { file: string; problems: readonly string[] }) =>
      `${file} makes a mistake in k6; nothing was measured:\n${lines(problems)}`,
  ),
  'walk-failed': message(
    EXIT.fail,
    ({ problems }: { problems: readonly string[] }) =>
      `FAIL: one person could not walk every journey, so no load was sent.\n${lines(problems)}\nCorrect the surge file or the target; --no-walk sends the load without this check.`,
  ),
  'invalid-rehearsal': message(EXIT.usage, ({ problems }: { problems: readonly string[] }) => lines(problems)),
  'machine-too-small': message(EXIT.usage, ({ problems }: { problems: readonly string[] }) => lines(problems)),
  'folder-not-empty': message(
    EXIT.usage,
    ({ folder }: { folder: string }) => `--out: must be a new or an empty folder, got ${folder}, which has files; name another one`,
  ),
  'folder-not-writable': message(
    EXIT.usage,
    ({ folder, reason }: { folder: string; reason: string }) =>
      `run folder: must be writable, got ${folder}: ${reason}; --out names another`,
  ),
  'no-such-run': message(
    EXIT.usage,
    ({ run, folder }: { run: string; folder: string }) =>
      `run: must be a run folder or the name of one in ${folder}, got ${run}; \`ls ${folder}\` shows what there is`,
  ),
  'unreadable-run': message(
    EXIT.usage,
    ({ folder, reason }: { folder: string; reason: string }) =>
      `run: must be a folder as surgeproof writes it, got ${folder}, which cannot be judged and drawn: ${reason}; if surgeproof wrote it, please report this with the folder`,
  ),
  'run-goes-on': message(
    EXIT.usage,
    ({ folder, pid }: { folder: string; pid: number }) =>
      `run: must be over, got ${folder}, which process ${pid} still writes; wait until it ends`,
  ),
  'unreadable-file': message(
    EXIT.usage,
    ({ file, problems }: { file: string; problems: readonly string[] }) => `${file} cannot be read as it is:\n${lines(problems)}`,
  ),
  'no-plan': message(EXIT.usage, ({ sentence }: { sentence: string }) => sentence),
  'port-in-use': message(
    EXIT.usage,
    ({ port }: { port: number }) => `port ${port}: must be free, but something listens on it; stop that, or choose another with --port`,
  ),
  'disk-full': message(
    EXIT.inconclusive,
    ({ folder }: { folder: string }) =>
      `The disk is full: the run was stopped, and its report could not be written. What was measured stays in ${folder}; free some space, then \`surgeproof report ${folder}\``,
  ),
  'target-failed': message(EXIT.usage, ({ reason }: { reason: string }) => `The reference service could not start: ${reason}`),
  'tool-missing': message(
    EXIT.toolMissing,
    ({ tool, tried, remedy }: { tool: string; tried: readonly string[]; remedy: string }) =>
      `${tool} was not found and could not be made:\n${lines(tried.map((one) => `  ${one}`))}\n${remedy}`,
  ),
  'target-not-allowed': message(EXIT.targetNotAllowed, ({ problems }: { problems: readonly string[] }) => lines(problems)),
} as const;

export type ErrorCode = keyof typeof MESSAGES;
export type ErrorDetails<Code extends ErrorCode> = Parameters<(typeof MESSAGES)[Code]['say']>[0];
