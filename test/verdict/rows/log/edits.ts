import { OUTCOMES } from '../../../../models/workload/log/outcome.ts';
import { FILES } from '../../../../scripts/run-folder/file-names.ts';
import { editData, edited, editJson, editLines, type LooseLine } from '../../folder/edited.ts';
import type { RunFiles } from '../../folder/run-files.ts';

/** The log of a clean run with its lines changed. */
export const lines = (edit: (lines: string[]) => string[]) => edited((files) => editLines(files, edit));
/** The same of a launch, which has two VUs. */
export const launchLines = (edit: (lines: string[]) => string[]) => edited((files) => editLines(files, edit), 'launch');
export const ending = (change: LooseLine) => edited((files) => editJson(files, FILES.ending, (value) => ({ ...value, ...change })));

export const isSecond = (line: string): boolean => line.includes('"surgeproof":"second"');
export const isEnd = (line: string): boolean => line.includes('"surgeproof":"end"');
export const isHead = (line: string): boolean => line.includes('"surgeproof":"head"');
export const isOf =
  (vu: number) =>
  (line: string): boolean =>
    line.includes(`"vu":${vu},`);

/** The people of the last line, changed. */
export const usersAtEnd = (change: Record<string, number>) =>
  edited((files) => editData(files, 'end', (line) => ({ ...line, users: { ...(line.users as object), ...change } })));

export type Sample = [subject: number, outcome: number, phase: number, clock: number, cells: number[]];

/** The samples of one second, changed. */
export const samplesOf = (second: number, change: (samples: Sample[], steps: string[]) => Sample[]) => (files: RunFiles) => {
  const steps = (JSON.parse(files.get(FILES.measurements)!.split('\n')[0]!) as { steps: string[] }).steps;
  editData(files, 'second', (line) =>
    line.second === second ? withCauses({ ...line, samples: change(line.samples as Sample[], steps) }) : line,
  );
};

/** A cause for each failed request, as the engine writes them. */
function withCauses(line: LooseLine & { samples: Sample[] }): LooseLine {
  const failed = line.samples.filter(([, outcome, , clock]) => outcome !== 0 && clock === 1);
  const errors = failed.map(([step, , , , cells]) => [step, 'HTTP 503', 'system', cells.reduce((sum, one, i) => sum + (i % 2) * one, 0)]);
  return errors.length > 0 ? { ...line, errors } : line;
}

const FAILED = OUTCOMES.indexOf('failed');
const APP = ['open-app', 'login', 'balance', 'qr-lookup'];
/** Every request of one second at these steps failed. */
export const oneBadSecond = samplesOf(5, (samples, steps) =>
  samples.map(([subject, outcome, ...rest]) => [subject, APP.includes(steps[subject] ?? '') ? FAILED : outcome, ...rest]),
);

/** A field of all second lines, changed. */
export const inSeconds = (change: (line: LooseLine) => LooseLine) => edited((files) => editData(files, 'second', change));

/** Another character in place of the one in the middle. */
export const flipped = (line: string): string => {
  const middle = Math.floor(line.length / 2);
  return `${line.slice(0, middle)}${line[middle] === '7' ? '8' : '7'}${line.slice(middle + 1)}`;
};

export const gone = (...names: (keyof typeof FILES)[]) => edited((files) => names.forEach((name) => void files.delete(FILES[name])));

/** Cut out as an editor would, without the checksum that belongs to it. */
export function withoutPayments(text: string, head: string): string {
  const { steps } = JSON.parse(head) as { steps: string[] };
  const line = JSON.parse(text) as { samples: Sample[] };
  return JSON.stringify({ ...line, samples: line.samples.filter(([subject]) => steps[subject] !== 'pay') });
}

export const without = (line: LooseLine, field: string): LooseLine =>
  Object.fromEntries(Object.entries(line).filter(([name]) => name !== field));

export const cutBy = (files: RunFiles, characters: number): void =>
  void files.set(FILES.measurements, files.get(FILES.measurements)!.slice(0, -characters));
