import { type JournalEntry, type JournalGroup, keyPrefix, packJournal } from '../../models/workload/log/journal.ts';
import type { EndLine, HeadLine, UserCounts } from '../../models/workload/log/measurement-log.ts';
import { OUTCOMES } from '../../models/workload/log/outcome.ts';
import { createRecorder, type Recorder } from '../../models/workload/log/recorder.ts';
import { createPhaseAt } from '../../models/workload/surge/phase.ts';
import type { Ending } from './ending.ts';
import { createErrorTally } from './error-tally.ts';
import { type Admission, addPage, blankPage, type Leaver, lineOf, nothingBooked, type Page } from './lines/page.ts';
import { sealing } from './lines/seal.ts';
import { secondLines } from './lines/second-lines.ts';
import { createRecorders, type Recorded, type Recorders } from './recorders.ts';
import { type ConnectionTimings, createTrafficTally } from './traffic-tally.ts';

const [OK, UNFINISHED] = [OUTCOMES.indexOf('ok'), OUTCOMES.indexOf('unfinished')];

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
  /** `ok`: they reached the end; `rejected`: turned away with an answer that the surge accepts; `timeout`: patience with the queue ended. */
  readonly outcome: 'ok' | 'rejected' | 'timeout' | 'failed';
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
  answer(status: number, blocked: number, timings: ConnectionTimings, followed: boolean): void;
  /** One request: *service* time and *response* time, by the phase its intended start lies in. */
  request(sample: RequestSample): void;
  /** Good answers to a step that were recorded elsewhere. */
  add(step: number, recorded: Recorded): void;
  /** One request that the end of the run left without an answer; its times are the least that it would have taken. */
  unfinished(sample: RequestSample): void;
  journey(sample: JourneySample): void;
  /** Something went wrong besides a request. */
  error(step: number, ending: Pick<Ending, 'cause' | 'owner'>): void;
  admission(admission: Admission): void;
  unadmitted(leaver: Leaver): void;
  journal(entry: JournalEntry): void;
  /** A request was sent twice with one key, and both answers are there; `broken`: the second is a server error. */
  doubleTap(step: number, second: 'same' | 'different' | 'broken'): void;
  lostPlace(): void;
  abandoned(): void;
  /** Writes the line of a second and begins the next. */
  close(second: number): void;
  /** `thinking`: active people who have no request under way. */
  end(second: number, thinking: number, reason: EndLine['reason']): void;
}

/** Called with each request, for k6's own metrics. */
export type RequestListener = (step: number, response: number, failed: boolean) => void;

export interface BookOptions {
  readonly head: HeadLine;
  /** Sample indices in all. */
  readonly samples: number;
  write(line: string): void;
  readonly listener: RequestListener | null;
}

/** Opens the book of a VU: writes the head line. */
export function openBook({ head, samples, write: print, listener }: BookOptions): Book {
  const { vu, phases } = head;
  const write = sealing(head, print);
  const [recorders, phaseOf] = [createRecorders(phases.length, samples), createPhaseAt(phases)];
  const [errors, traffic, startLag, loopLag] = [createErrorTally(), createTrafficTally(), createRecorder(), createRecorder()];
  const users: Book['users'] = { arrived: 0, finished: 0, gaveUp: 0, failed: 0, inLine: 0, active: 0 };
  const booked = nothingBooked();
  let page = blankPage();
  write(JSON.stringify(head));

  function request(sample: RequestSample): void {
    const { step, intended, response, ending } = sample;
    booked.requests++;
    recordAll(recorders, sample, ending === null ? OK : OUTCOMES.indexOf(ending.outcome), phaseOf(intended / 1000));
    if (ending !== null) errors.count(step, ending);
    if (listener !== null) listener(step, response, ending !== null);
  }

  function journey({ index, arrived, sinceArriving, sinceAdmission, outcome }: JourneySample): void {
    recorders.record(head.steps.length + index, OUTCOMES.indexOf(outcome), phaseOf(arrived / 1000), sinceAdmission, sinceArriving);
  }

  function unfinished(sample: RequestSample): void {
    booked.requests++;
    recordAll(recorders, sample, UNFINISHED, phaseOf(sample.intended / 1000));
  }

  function close(second: number): void {
    const times = { startLag: startLag.take(), loopLag: loopLag.take(), samples: recorders.take() };
    addPage(booked, page);
    const line = lineOf({ vu, second, users, page, journal: journalOf(page, head), times, errors: errors.take(), traffic: traffic.take() });
    for (const text of secondLines(line)) write(text);
    page = blankPage();
  }

  return {
    users,
    startLag,
    loopLag,
    request,
    unfinished,
    journey,
    add(step, recorded) {
      booked.requests += addRecorded(recorders, step, recorded);
      traffic.add(recorded);
    },
    close,
    answer: traffic.answer,
    error: errors.count,
    ...notesOn(() => page),
    end: (second, thinking, reason) => write(JSON.stringify(endOf({ surgeproof: 'end', vu, second, users, thinking, booked, reason }))),
  };
}

/** Adds good answers that were recorded elsewhere; returns how many. */
function addRecorded(recorders: Recorders, step: number, { samples }: Recorded): number {
  let answers = 0;
  for (const [phase, clock, cells] of samples) {
    const count = recorders.add(step, OK, phase, clock, cells);
    if (clock === 0) answers += count;
  }
  return answers;
}

type Notes = Pick<Book, 'scheduled' | 'started' | 'admission' | 'unadmitted' | 'journal' | 'doubleTap' | 'lostPlace' | 'abandoned'>;

/** What is written down as it comes. `now`: the page of the second under way. */
const notesOn = (now: () => Page): Notes => ({
  scheduled(arrivals) {
    now().scheduled += arrivals;
  },
  started: () => void now().started++,
  admission: (admission) => void now().admissions.push(admission),
  unadmitted: (leaver) => void now().unadmitted.push(leaver),
  journal: (entry) => void now().journal.push(entry),
  doubleTap: (step, second) => void now().doubleTaps.push(second === 'broken' ? [step, 0, 0, 1] : [step, 1, second === 'same' ? 0 : 1]),
  lostPlace: () => void now().lostPlaces++,
  abandoned: () => void now().abandoned++,
});

/** Records a request under its step and its tags. */
function recordAll(recorders: Recorders, { step, service, response, variants }: RequestSample, outcome: number, phase: number): void {
  recorders.record(step, outcome, phase, service, response);
  if (variants !== null) for (let i = 0; i < variants.length; i++) recorders.record(variants[i]!, outcome, phase, service, response);
}

const endOf = ({ thinking = 0, ...line }: EndLine): EndLine => (thinking > 0 ? { ...line, thinking } : line);
const journalOf = ({ journal }: Page, { steps, startedAt }: HeadLine): JournalGroup[] =>
  journal.length === 0 ? [] : packJournal(journal, steps, keyPrefix(startedAt));
