import { withoutSum, withSum } from '../../../models/workload/log/seal.ts';
import { FILES } from '../../../scripts/run-folder/file-names.ts';
import { lineDigest } from '../../../scripts/run-folder/line-digest.ts';
import type { Outcome } from '../row.ts';
import { type Broken, virtualFiles } from '../virtual/virtual.ts';
import { judgeFiles } from './judge-files.ts';
import type { RunFiles } from './run-files.ts';

const clean = new Map<string, Promise<RunFiles>>();

/** The folder of a clean run, played once; a copy that may be changed. */
export async function cleanFiles(surge: NonNullable<Broken['surge']> = 'smoke'): Promise<RunFiles> {
  const files = clean.get(surge) ?? virtualFiles({ surge });
  clean.set(surge, files);
  return new Map(await files);
}

/** The folder of a clean run, edited and judged again as `surgeproof report` does. */
export function edited(edit: (files: RunFiles) => void, surge?: Broken['surge']): () => Promise<Outcome> {
  return async () => {
    const files = await cleanFiles(surge);
    edit(files);
    return judgeFiles(files);
  };
}

/** A line of the log as data; what it may hold is checked by whoever reads it. */
export type LooseLine = Record<string, unknown>;

/** Changes the lines of the log, each without its end. */
export function editLines(files: RunFiles, edit: (lines: string[]) => string[]): void {
  const lines = files.get(FILES.measurements)!.trimEnd().split('\n');
  files.set(
    FILES.measurements,
    edit(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** Changes the data of the lines of a kind; their checksums are made to fit, so that only what they say is wrong. */
export function editData(files: RunFiles, kind: 'head' | 'second' | 'end', change: (line: LooseLine) => LooseLine): void {
  editLines(files, (lines) =>
    lines.map((text) => {
      const line = JSON.parse(withoutSum(text)) as LooseLine;
      return line.surgeproof === kind ? withSum(JSON.stringify(change(line)), lineDigest) : text;
    }),
  );
}

/** Changes a JSON file of the folder. */
export function editJson(files: RunFiles, name: string, change: (value: LooseLine) => LooseLine): void {
  files.set(name, JSON.stringify(change(JSON.parse(files.get(name)!) as LooseLine)));
}
