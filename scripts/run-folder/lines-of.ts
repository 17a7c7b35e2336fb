import { createReadStream } from 'node:fs';
import { splitLines } from '../processes/split-lines.ts';
import { regularFile } from './untrusted/regular-file.ts';

/** Characters of a line that are looked at: no line of ours is longer. */
const LONGEST = 8_388_608;

/** The lines of a text file, one after the other; none when there is no such file. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  if (!(await regularFile(file))) return;
  let lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line), LONGEST);
  for await (const piece of createReadStream(file, 'utf8')) {
    splitter.take(piece as string);
    for (const line of lines) if (line !== '') yield line;
    lines = [];
  }
  splitter.end();
  for (const line of lines) if (line !== '') yield line;
}
