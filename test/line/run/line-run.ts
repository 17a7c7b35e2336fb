import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFold } from '../../../models/measurement/fold/fold.ts';
import type { FoldedRun } from '../../../models/measurement/folded-run.ts';
import { isLineProblem, parseMeasurementLine } from '../../../models/measurement/lines/parse-line.ts';
import type { EngineRun, LineKind } from '../../../models/workload/surge/run-configuration.ts';
import { k6Command } from '../../../scripts/rehearse/k6/k6-command.ts';
import { type K6End, startK6 } from '../../../scripts/rehearse/k6/k6-process.ts';
import { openStopAddress } from '../../../scripts/rehearse/k6/stop-address.ts';
import { lineDigest } from '../../../scripts/run-folder/line-digest.ts';
import { bundleForK6 } from '../../../scripts/surge-file/bundle-for-k6.ts';
import { openScriptedRoom, type RoomOptions, type ScriptedRoom } from '../room/scripted-room.ts';
import type { Transcript } from '../room/transcript.ts';
import { engineRun, surgeSource, type Told } from './engine-run.ts';
import { createTurns } from './turns.ts';

/** A run to be made on each line. */
export interface Rehearsed extends Told {
  readonly room: RoomOptions;
  /** File of the certificate authority. */
  readonly ca?: string;
  /** What happens meanwhile; `second` resolves at a second of the run. */
  during?(happening: Happening): Promise<void>;
}

export interface Happening {
  readonly room: ScriptedRoom;
  second(at: number): Promise<void>;
  /** Asks k6 to stop, as surgeproof does. */
  stop(): void;
  send(signal: 'SIGINT' | 'SIGKILL'): void;
  readonly pid: number;
}

/** What a run on one line leaves behind. */
export interface LineRun {
  readonly folded: FoldedRun;
  readonly transcript: Transcript;
  readonly pollHeaders: readonly string[];
  readonly end: K6End;
  /** What k6 said that is no measurement. */
  readonly talk: readonly string[];
}

/** To start k6 takes a second of CPU: one at a time, so that those that run are not disturbed. */
const turn = createTurns();

const MEMORY_MIB = 2_048;

/** Resolves at a second of a run, which is known once its first line came. */
function secondsFrom(zero: Promise<number>): Happening['second'] {
  return async (at) => {
    const wait = (await zero) + at * 1_000 - Date.now();
    await new Promise((done) => setTimeout(done, Math.max(0, wait)));
  };
}

/** A run by the real k6 against a room of its own. */
export async function runOn(line: LineKind, k6: string, { room: options, ca = '', during, ...told }: Rehearsed): Promise<LineRun> {
  const [room, stopAddress, folder] = await Promise.all([
    openScriptedRoom(options),
    openStopAddress(),
    mkdtemp(join(tmpdir(), 'surgeproof-line-')),
  ]);
  try {
    const run: EngineRun = engineRun(line, room.url, stopAddress.url, told);
    const script = join(folder, 'surge.js');
    await writeFile(script, await bundleForK6(surgeSource(told), run));
    const authorities = ca === '' ? null : ca;
    const command = k6Command({
      ...{ script, addresses: [], home: folder, secrets: {}, authorities, http1: false, memoryMiB: MEMORY_MIB },
      accountsMiB: 0,
    });
    const fold = createFold();
    const talk: string[] = [];
    let begin: (unix: number) => void = () => {};
    const zero = new Promise<number>((resolve) => {
      begin = resolve;
    });
    const started = await turn();
    const k6Process = startK6(
      k6,
      command,
      (text) => {
        const parsed = parseMeasurementLine(text, lineDigest);
        if (!isLineProblem(parsed) && parsed.surgeproof === 'head') {
          room.startsAt(parsed.startedAt);
          begin(parsed.startedAt);
          started();
        }
        fold.add(parsed);
      },
      (text) => void talk.push(text),
    );
    const happening = during?.({ room, second: secondsFrom(zero), stop: stopAddress.stop, send: k6Process.send, pid: k6Process.pid });
    const end = await k6Process.ended;
    started();
    if (talk.length > 0 && fold.result().head === null) throw new Error(`k6 must begin to measure, but it said:\n${talk.join('\n')}`);
    await happening;
    return { folded: fold.result(), transcript: room.transcript(), pollHeaders: room.pollHeaders(), end, talk };
  } finally {
    stopAddress.close();
    await Promise.all([room.close(), rm(folder, { recursive: true, force: true })]);
  }
}
