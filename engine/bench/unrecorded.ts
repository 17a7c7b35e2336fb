import type { Recorder } from '../../models/workload/log/recorder.ts';
import type { EngineRun } from '../../models/workload/surge/run-configuration.ts';
import type { Hosted, SurgeFunctions } from '../host-surge.ts';
import { openLives } from '../journeys/lives.ts';
import { openHost } from '../open-host.ts';
import type { Book } from '../recording/book.ts';
import { runHost } from '../run-host.ts';
import { k6Options } from '../settings/k6-options.ts';
import { accountsFrom } from '../users/accounts.ts';
import { dialectOf } from '../waiting-room/dialects/dialect-of.ts';

const nothing = (): void => {};
const deaf: Recorder = { record: nothing, add: () => 0, take: () => [] };

/** Keeps only count of where everybody is, which the engine needs to know when it is over. */
function emptyBook({ users }: Book): Book {
  return {
    users,
    startLag: deaf,
    loopLag: deaf,
    scheduled: nothing,
    started: nothing,
    answer: nothing,
    request: nothing,
    add: nothing,
    journey: nothing,
    error: nothing,
    admission: nothing,
    unadmitted: nothing,
    doubleTap: nothing,
    unfinished: nothing,
    journal: nothing,
    lostPlace: nothing,
    abandoned: nothing,
    close: nothing,
    end: nothing,
  };
}

/** The baseline of a bench: a surge with an engine that measures nothing. */
export function hostSurge(surge: SurgeFunctions, run: EngineRun): Hosted {
  const accountOf = accountsFrom(run.accounts);
  const dialect = dialectOf(run.target, surge.waitingRoom);
  return {
    options: k6Options(run, Date.now()),
    run() {
      const host = openHost({ run, headers: {}, accountOf, listener: null, native: null });
      const unrecorded = { ...host, book: emptyBook(host.book) };
      return runHost(unrecorded, openLives({ host: unrecorded, journeys: surge.journeys, dialect, native: null }));
    },
  };
}
