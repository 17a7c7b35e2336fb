import type { Response } from 'k6/http';
import type { EndLine, HeadLine, PaymentStatus, SecondLine, UserCounts } from '../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../models/workload/log/outcome.ts';
import { createRecorder, type Recorder } from '../../models/workload/log/recorder.ts';
import { phaseAt } from '../../models/workload/surge/phase.ts';
import type { Ending } from './ending.ts';
import { createErrorTally } from './error-tally.ts';
import { createRecorders } from './recorders.ts';
import { secondLines } from './second-lines.ts';
import { createTrafficTally } from './traffic-tally.ts';

const OK = OUTCOMES.indexOf('ok');

/** One request of a step, times in milliseconds. The book keeps nothing of it, so that one object can serve all requests. */
export interface RequestSample {
  step: number;
  /** When the person wanted to send it, since second 0. */
  intended: number;
  service: number;
  response: number;
  /** null: a good answer. */
  ending: Ending | null;
  /** Sample indices of its tags. */
  variants: readonly number[] | null;
}

/** The journey of a person who left; times in milliseconds. */
export interface JourneySample {
  readonly index: number;
  /** When the person wanted to arrive, since second 0. */
  readonly arrived: number;
  readonly sinceArriving: number;
  readonly sinceAdmission: number;
  readonly reachedTheEnd: boolean;
}

/** A person let in by the waiting room; instants in milliseconds since second 0. */
export interface Admission {
  readonly lane: number;
  readonly ticket: number;
  readonly joined: number;
  readonly admitted: number;
  /** Wait announced at joining; -1 when none was told. */
  readonly announced: number;
}

/** Everything one VU measures, written out second by second. Times in milliseconds, instants since second 0. */
export interface Book {
  /** Where everybody is now; whoever moves a user changes it. */
  readonly users: { -readonly [name in keyof UserCounts]: UserCounts[name] };
  readonly startLag: Recorder;
  readonly loopLag: Recorder;
  scheduled(arrivals: number): void;
  started(): void;
  /** An answer on the wire; a request that is redirected has several. */
  answer(status: number, timings: Response['timings'], followed: boolean): void;
  /** One request: *service* time and *response* time, by the phase its intended start lies in. */
  request(sample: RequestSample): void;
  journey(sample: JourneySample): void;
  /** Something went wrong besides a request. */
  error(step: number, ending: Pick<Ending, 'cause' | 'owner'>): void;
  admission(admission: Admission): void;
  journal(key: string, amount: number, status: PaymentStatus, receipt: string): void;
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
    scheduled: 0,
    started: 0,
    lostPlaces: 0,
    abandoned: 0,
    admissions: [] as [number, number, number, number, number][],
    journal: [] as [string, number, PaymentStatus, string][],
  };
}

type Page = ReturnType<typeof blankPage>;

export interface BookOptions {
  readonly head: HeadLine;
  /** Sample indices in all. */
  readonly samples: number;
  write(line: string): void;
  readonly listener: RequestListener | null;
}

/** Opens the book of a VU: writes the head line. */
export function openBook({ head, samples, write, listener }: BookOptions): Book {
  const { vu, phases } = head;
  const recorders = createRecorders(phases.length, samples);
  const [errors, traffic] = [createErrorTally(), createTrafficTally()];
  const [startLag, loopLag] = [createRecorder(), createRecorder()];
  const users = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };
  let page = blankPage();
  write(JSON.stringify(head));

  function request({ step, intended, service, response, ending, variants }: RequestSample): void {
    const outcome = ending === null ? OK : OUTCOMES.indexOf(ending.outcome);
    const phase = phaseAt(phases, intended / 1000);
    recorders.record(step, outcome, phase, service, response);
    if (variants !== null) for (let i = 0; i < variants.length; i++) recorders.record(variants[i]!, outcome, phase, service, response);
    if (ending !== null) errors.count(step, ending);
    if (listener !== null) listener(step, response, ending !== null);
  }

  function journey({ index, arrived, sinceArriving, sinceAdmission, reachedTheEnd }: JourneySample): void {
    const outcome = reachedTheEnd ? OK : OUTCOMES.indexOf('failed');
    recorders.record(head.steps.length + index, outcome, phaseAt(phases, arrived / 1000), sinceAdmission, sinceArriving);
  }

  function close(second: number): void {
    const times = { startLag: startLag.take(), loopLag: loopLag.take(), samples: recorders.take() };
    const line = lineOf({ vu, second, users, page, times, errors: errors.take(), traffic: traffic.take() });
    for (const text of secondLines(line)) write(text);
    page = blankPage();
  }

  return {
    users,
    startLag,
    loopLag,
    request,
    journey,
    close,
    answer: traffic.answer,
    error: errors.count,
    scheduled(arrivals) {
      page.scheduled += arrivals;
    },
    started: () => void page.started++,
    admission: ({ lane, ticket, joined, admitted, announced }) => void page.admissions.push([lane, ticket, joined, admitted, announced]),
    journal: (...entry) => void page.journal.push(entry),
    lostPlace: () => void page.lostPlaces++,
    abandoned: () => void page.abandoned++,
    end: (second, reason) => write(JSON.stringify({ surgeproof: 'end', vu, second, users, reason } satisfies EndLine)),
  };
}

interface LineParts {
  readonly vu: number;
  readonly second: number;
  readonly users: UserCounts;
  readonly page: Page;
  readonly times: Required<Pick<SecondLine, 'startLag' | 'loopLag' | 'samples'>>;
  readonly errors: [number, string, string, number][];
  readonly traffic: Pick<SecondLine, 'statuses' | 'connections' | 'redirects'>;
}

/** A list of a line, left out when nothing happened. */
function unlessEmpty<Name extends string, Entry>(name: Name, list: readonly Entry[]): { [name in Name]?: readonly Entry[] } {
  return list.length > 0 ? ({ [name]: list } as { [name in Name]: readonly Entry[] }) : {};
}

function lineOf({ vu, second, users, page, times, errors, traffic }: LineParts): SecondLine {
  const { scheduled, started, lostPlaces, abandoned } = page;
  return {
    surgeproof: 'second',
    vu,
    second,
    scheduled,
    started,
    ...unlessEmpty('startLag', times.startLag),
    ...unlessEmpty('loopLag', times.loopLag),
    ...(lostPlaces > 0 ? { lostPlaces } : {}),
    ...(abandoned > 0 ? { abandoned } : {}),
    ...traffic,
    users,
    samples: times.samples,
    ...unlessEmpty('admissions', page.admissions),
    ...unlessEmpty('errors', errors),
    ...unlessEmpty('journal', page.journal),
  };
}
