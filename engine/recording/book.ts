import type { Cells, EndLine, HeadLine, SecondLine, Told, UserCounts } from '../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../models/workload/log/outcome.ts';
import { createRecorder, type Recorder } from '../../models/workload/log/recorder.ts';
import { phaseAt } from '../../models/workload/surge/phase.ts';
import type { Phase } from '../../models/workload/surge/surge.ts';
import type { Ending } from './ending.ts';
import { createErrorTally } from './error-tally.ts';
import { createRecorders } from './recorders.ts';
import { secondLines } from './second-lines.ts';

const OK = OUTCOMES.indexOf('ok');

/** Everything one VU measures, written out second by second. Times in milliseconds, instants since second 0. */
export interface Book {
  /** Where everybody is now; whoever moves a user changes it. */
  readonly users: { -readonly [name in keyof UserCounts]: UserCounts[name] };
  readonly startLag: Recorder;
  readonly loopLag: Recorder;
  scheduled(arrivals: number): void;
  started(): void;
  /** One request: *service* time and *response* time, by the phase its intended start lies in. */
  request(step: number, intended: number, service: number, response: number, ending: Ending | null): void;
  /** Something went wrong besides a request. */
  error(step: number, ending: Pick<Ending, 'cause' | 'owner'>): void;
  admission(lane: number, ticket: number, joined: number, admitted: number, announced: number): void;
  journal(key: string, amount: number, told: Told, receipt: string): void;
  lostPlace(): void;
  abandoned(): void;
  /** Writes the line of a second and begins the next. */
  close(second: number): void;
  end(second: number, reason: EndLine['reason']): void;
}

/** Called with each request, for k6's own metrics. */
export type RequestListener = (step: number, response: number, failed: boolean) => void;

/** What has happened in the second under way. */
function blankPage() {
  return {
    ...{ scheduled: 0, started: 0, lostPlaces: 0, abandoned: 0 },
    admissions: [] as [number, number, number, number, number][],
    journal: [] as [string, number, Told, string][],
  };
}

/** A list of a line, left out when nothing happened. */
function unlessEmpty<Name extends string, Entry>(name: Name, list: readonly Entry[]): { [name in Name]?: readonly Entry[] } {
  return list.length > 0 ? ({ [name]: list } as { [name in Name]: readonly Entry[] }) : {};
}

/** Opens the book of a VU: writes the head line. */
export function openBook(head: HeadLine, phases: readonly Phase[], write: (line: string) => void, listener: RequestListener | null): Book {
  const { vu } = head;
  const recorders = createRecorders(phases.length);
  const errors = createErrorTally();
  const [startLag, loopLag] = [createRecorder(), createRecorder()];
  const users = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };
  let page = blankPage();
  write(JSON.stringify(head));

  return {
    ...{ users, startLag, loopLag },
    scheduled(arrivals) {
      page.scheduled += arrivals;
    },
    started: () => void page.started++,
    request(step, intended, service, response, ending) {
      const outcome = ending === null ? OK : OUTCOMES.indexOf(ending.outcome);
      recorders.record(step, outcome, phaseAt(phases, intended / 1000), service, response);
      if (ending !== null) errors.count(step, ending);
      if (listener !== null) listener(step, response, ending !== null);
    },
    error: errors.count,
    admission: (...entry) => void page.admissions.push(entry),
    journal: (...entry) => void page.journal.push(entry),
    lostPlace: () => void page.lostPlaces++,
    abandoned: () => void page.abandoned++,
    close(second) {
      const times = { startLag: startLag.take(), loopLag: loopLag.take(), samples: recorders.take() };
      for (const line of secondLines(lineOf(vu, second, users, page, times, errors.take()))) write(line);
      page = blankPage();
    },
    end(second, reason) {
      write(JSON.stringify({ surgeproof: 'end', vu, second, users, reason } satisfies EndLine));
    },
  };
}

function lineOf(
  vu: number,
  second: number,
  users: UserCounts,
  page: ReturnType<typeof blankPage>,
  times: { startLag: Cells; loopLag: Cells; samples: SecondLine['samples'] },
  errors: [number, string, string, number][],
): SecondLine {
  const { scheduled, started, lostPlaces, abandoned } = page;
  return {
    ...{ surgeproof: 'second', vu, second, scheduled, started },
    ...unlessEmpty('startLag', times.startLag),
    ...unlessEmpty('loopLag', times.loopLag),
    ...(lostPlaces > 0 ? { lostPlaces } : {}),
    ...(abandoned > 0 ? { abandoned } : {}),
    users,
    samples: times.samples,
    ...unlessEmpty('admissions', page.admissions),
    ...unlessEmpty('errors', errors),
    ...unlessEmpty('journal', page.journal),
  };
}
