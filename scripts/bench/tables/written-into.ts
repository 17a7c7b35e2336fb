import { HEAD, renderLine, type TableLine } from './bench-table.ts';

const BEGIN = '<!-- begin: written by npm run bench -- --write -->';
const END = '<!-- end -->';

/** What must be the same for rows of two days to stand in one table: CPU, memory, kernel, versions. */
const HARDWARE_LINES = 4;

/**
 * The document with what was measured in place of what stood there. Rows of benches that were not run stay, as long as the machine is the
 * same; throws a sentence when it is not.
 */
export function writtenInto(text: string, machine: string, lines: readonly TableLine[], benches: readonly { name: string }[]): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/benchmarks.md: must have the lines ${BEGIN} and ${END}, got none`);
  const before = text
    .slice(begin + BEGIN.length, end)
    .trim()
    .split('\n');
  const measured = new Set(lines.map(({ bench }) => bench));
  const rows = benches.flatMap(({ name }) =>
    measured.has(name)
      ? lines.filter(({ bench }) => bench === name).map(renderLine)
      : before.filter((line) => line.startsWith(`| ${name} |`)),
  );
  const keepsOld = rows.length > lines.length;
  const hardware = machine.split('\n').slice(0, HARDWARE_LINES);
  if (keepsOld && hardware.some((line) => !before.includes(line))) {
    throw new Error('--write: must be given with every bench on another machine or with other versions; run `npm run bench -- --write`');
  }
  return `${text.slice(0, begin)}${BEGIN}\n\n${machine}\n\n${[...HEAD, ...rows].join('\n')}\n\n${text.slice(end)}`;
}
