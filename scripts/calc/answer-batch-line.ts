import { type CalcAnswer, runCalc } from './run-calc.ts';

/** Longest line that is read: a batch comes from a file, and a file may be anything. */
const LONGEST_LINE = 10_000_000;

/**
 * One line of `calc --batch` in, one line out: `{"id","fn","args"}` to `{"id","value"}` or `{"id","error":{"code","message"}}`.
 * A line that cannot be read is answered with an error of code `malformed-line`; `number` is its place in the file, from 1.
 */
export async function answerBatchLine(line: string, number: number): Promise<string> {
  const question = parseQuestion(line);
  if (typeof question === 'string') return toLine(null, malformed(number, question));
  const { id, fn, args } = question;
  if (typeof fn !== 'string') return toLine(id, malformed(number, '"fn" must be the name of a function'));
  if (typeof args !== 'object' || args === null || Array.isArray(args))
    return toLine(id, malformed(number, '"args" must be an object of arguments by name'));
  return toLine(id, await runCalc(fn, args as Record<string, unknown>));
}

function parseQuestion(line: string): { id: unknown; fn: unknown; args: unknown } | string {
  if (line.length > LONGEST_LINE) return `must be at most ${LONGEST_LINE} characters long, got ${line.length}`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return 'must be one JSON object, could not be read as JSON';
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'must be one JSON object {"id", "fn", "args"}';
  const { id = null, fn, args = {} } = parsed as Record<string, unknown>;
  return { id, fn, args };
}

const malformed = (number: number, problem: string): CalcAnswer => ({
  error: { code: 'malformed-line', message: `line ${number}: ${problem}` },
});

const toLine = (id: unknown, answer: CalcAnswer) => JSON.stringify({ id, ...answer });
