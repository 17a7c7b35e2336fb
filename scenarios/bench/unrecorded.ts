import type { Recorder } from '../../models/workload/recorder.ts';
import { onnuriLaunch } from '../../models/workload/surges/onnuri-launch.ts';
import { qrPayment } from '../journeys/qr-payment.ts';
import { registerCard } from '../journeys/register-card.ts';
import type { Book } from '../support/book.ts';
import { settings } from '../support/env.ts';
import { k6Options } from '../support/k6-options.ts';
import { openHost } from '../support/open-host.ts';
import { peopleFrom } from '../support/people.ts';
import { runHost } from '../support/run-host.ts';

/* The baseline of a bench: the launch with an engine that measures nothing. */
export const options = k6Options(onnuriLaunch, settings, Date.now());

const people = peopleFrom(settings.people);
const nothing = (): void => {};
const deaf: Recorder = { record: nothing, isEmpty: () => true, take: () => [] };

/** Keeps only count of where everybody is, which the engine needs to know when it is over. */
function emptyBook({ users }: Book): Book {
  return {
    ...{ users, startLag: deaf, loopLag: deaf, scheduled: nothing, started: nothing, request: nothing, error: nothing },
    ...{ admission: nothing, journal: nothing, lostPlace: nothing, abandoned: nothing, close: nothing, end: nothing },
  };
}

/** k6 calls this once a VU. */
export default function (): Promise<void> {
  const host = openHost({ surge: onnuriLaunch, settings, people, listener: null });
  return runHost({ ...host, book: emptyBook(host.book) }, { 'register-card': registerCard, 'qr-payment': qrPayment });
}
