import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, rmSync, type WriteStream, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratorHealth } from '../../models/results/generator-health.ts';
import { errnoSentence } from '../errors/errno.ts';
import { FILES } from '../run-folder/file-names.ts';

/** The files of a run that grow while it goes on. */
export interface RunRecord {
  measurement(line: string): void;
  generator(health: GeneratorHealth): void;
  k6Talk(line: string): void;
  targetTalk(line: string): void;
  /** Settles with a sentence when something can no longer be written: the disk is full. */
  readonly failed: Promise<string>;
  /** Gives back the space kept for what must still be written when the disk is full. */
  freeReserve(): void;
  /** Settles when everything is on the disk. */
  close(): Promise<void>;
}

const RESERVE_FILE = 'reserve.tmp';
/** Enough for the report and all JSON files. */
const RESERVE_BYTES = 8 * 1_048_576;

/** Takes space on the disk without a name, so that the system gives it back even when this process is killed. Returns what gives it back. */
function keepReserve(folder: string): () => void {
  const name = join(folder, RESERVE_FILE);
  let file: number | null = openSync(name, 'w');
  rmSync(name, { force: true });
  writeSync(file, Buffer.alloc(RESERVE_BYTES));
  return () => {
    if (file !== null) closeSync(file);
    file = null;
  };
}

/** Opens the growing files of a run. Lines are written as they come, so a killed run loses at most the last one. */
export function openRecord(folder: string): RunRecord {
  const freeReserve = keepReserve(folder);
  let tellFailure: (reason: string) => void = () => {};
  const failed = new Promise<string>((resolve) => {
    tellFailure = resolve;
  });
  const open = (name: string): WriteStream =>
    createWriteStream(join(folder, name), { flags: 'a' }).on('error', (error: NodeJS.ErrnoException) =>
      tellFailure(error.code === 'ENOSPC' ? 'the disk is full' : `${name} cannot be written: ${errnoSentence(error)}`),
    );
  const [measurements, generator, log, targetLog] = [FILES.measurements, FILES.generator, FILES.log, FILES.targetLog].map(open) as [
    WriteStream,
    WriteStream,
    WriteStream,
    WriteStream,
  ];
  const put = (stream: WriteStream, line: string): void => {
    if (stream.writable) stream.write(`${line}\n`);
  };
  return {
    measurement: (line) => put(measurements, line),
    generator: (health) => put(generator, JSON.stringify(health)),
    k6Talk: (line) => put(log, line),
    targetTalk: (line) => put(targetLog, line),
    failed,
    freeReserve,
    close: async () => {
      for (const stream of [measurements, generator, log, targetLog]) {
        if (stream.destroyed) continue;
        stream.end();
        await once(stream, 'close').catch(() => {});
      }
      freeReserve();
    },
  };
}
