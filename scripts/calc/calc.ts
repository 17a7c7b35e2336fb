import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { answerBatchLine } from './answer-batch-line.ts';
import { functionHelp } from './function-help.ts';
import { listFunctions } from './list-functions.ts';
import { parseFlags } from './parse-flags.ts';
import { calcFunctions } from './registry.ts';
import { runCalc, unknownFunction } from './run-calc.ts';

export interface CalcCall {
  readonly fn: string | undefined;
  /** Arguments after the function on the command line. */
  readonly words: readonly string[];
  readonly list?: true;
  /** Describes the function instead of asking it. */
  readonly help?: true;
  /** A file of questions, or - for standard input. */
  readonly batch?: string;
}

/** Runs one call of `surgeproof calc`; returns the exit code: 0, or 2 for a wrong or unanswerable question. */
export async function calc({ fn, words, list, help, batch }: CalcCall): Promise<0 | 2> {
  if (list) {
    process.stdout.write(listFunctions());
    return 0;
  }
  if (batch !== undefined) return answerBatch(batch);
  if (fn !== undefined) return help ? describe(fn) : answerOne(fn, words);
  return complain('calc: must be given a function, --list or --batch; `surgeproof calc --list` names the functions');
}

async function describe(name: string): Promise<0 | 2> {
  const fn = calcFunctions.get(name);
  if (fn === undefined) return complain(unknownFunction(name));
  process.stdout.write(await functionHelp(fn));
  return 0;
}

async function answerOne(name: string, words: readonly string[]): Promise<0 | 2> {
  const fn = calcFunctions.get(name);
  const answer = await runCalc(name, fn === undefined ? {} : parseFlags(fn, words));
  if ('error' in answer) return complain(answer.error.message);
  process.stdout.write(`${JSON.stringify(answer.value, null, 2)}\n`);
  return 0;
}

/** Line by line, so that a batch of any length needs little memory and its first answers come at once. */
async function answerBatch(file: string): Promise<0 | 2> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() !== '') process.stdout.write(`${await answerBatchLine(line, number)}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
    return complain(`--batch ${file}: must be a file that can be read (${error.code}); give its path, or - for standard input`);
  }
}

function complain(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
