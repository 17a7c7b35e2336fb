import { setTimeout as pause } from 'node:timers/promises';
import { startPart } from '../../../reference-service/shared/process/start-part.ts';
import type { StubConfig, Tally } from './stub-target.ts';

/** A target that costs next to nothing. */
export interface Stub {
  readonly url: string;
  readonly pid: number;
  tally(): Promise<Tally>;
  /** Resolves when the tally is as wanted; throws a sentence when `ended` settles before. */
  until(wanted: (tally: Tally) => boolean, ended: Promise<unknown>): Promise<void>;
}

const LOOK_EVERY_MS = 100;

async function until(tally: Stub['tally'], wanted: (tally: Tally) => boolean, ended: Promise<unknown>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!wanted(await tally())) {
    if (over) throw new Error(`bench: k6 must run until its users are there, but it ended at ${JSON.stringify(await tally())}`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Starts the stub in a process of its own for as long as `use` takes. */
export async function withStub<T>(config: StubConfig, use: (stub: Stub) => Promise<T>): Promise<T> {
  const entry = new URL('./stub-target.ts', import.meta.url);
  const part = await startPart<StubConfig, { url: string }>({ name: 'stub target', entry, config, onLog: (line) => console.error(line) });
  const { url } = part.ready;
  const tally = async (): Promise<Tally> => (await fetch(`${url}/tally`)).json() as Promise<Tally>;
  try {
    return await use({ url, pid: part.pid, tally, until: (wanted, ended) => until(tally, wanted, ended) });
  } finally {
    await part.stop();
  }
}
