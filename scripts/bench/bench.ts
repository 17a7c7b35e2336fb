import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_FOLDER } from '../project/project-folder.ts';
import { obtainTool } from '../toolchain/obtain-tool.ts';
import { ownSurroundings } from '../toolchain/surroundings.ts';
import { K6 } from '../toolchain/tool.ts';
import { BENCHES } from './benches.ts';
import { chosenBenches } from './chosen-benches.ts';
import { describeMachine } from './harness/machine-description.ts';
import { renderTable, type TableLine } from './tables/bench-table.ts';
import { writtenInto } from './tables/written-into.ts';

const DOCUMENT = join(PROJECT_FOLDER, 'docs', 'benchmarks.md');
const USAGE = 'npm run bench -- [name …] [--runs 3] [--write] [--list]';

const tell = (line: string): void => console.error(line);

/** Measures one bench after the other: they would disturb each other. */
async function measure(names: readonly string[], runs: number, write: boolean): Promise<void> {
  const benches = chosenBenches(BENCHES, names);
  const k6 = await obtainTool(K6, ownSurroundings(), tell, 'extended');
  const now = new Date();
  const machine = describeMachine(k6.version, now);
  const lines: TableLine[] = [];
  for (const { name, run } of benches) {
    tell(`${name}: ${runs} run(s)`);
    for (const row of await run({ k6: k6.path, runs, tell: (line) => tell(`  ${line}`) })) {
      lines.push({ bench: name, row, date: now.toISOString().slice(0, 10) });
    }
  }
  console.log(`${machine}\n\n${renderTable(lines)}`);
  if (write) await writeFile(DOCUMENT, writtenInto(await readFile(DOCUMENT, 'utf8'), machine, lines, BENCHES));
  if (lines.some(({ row }) => !row.pass)) process.exitCode = 1;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});

try {
  if (!/^[1-9]\d?$/.test(values.runs)) throw new Error(`--runs: must be 1 to 99, got ${values.runs}; usage: ${USAGE}`);
  if (values.list) for (const { name, title, minutes } of BENCHES) console.log(`${name.padEnd(18)} ${title} (${minutes} min a run)`);
  else await measure(positionals, Number(values.runs), values.write);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
