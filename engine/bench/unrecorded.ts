import type { Recorder } from '../../models/workload/log/recorder.ts';
import { qrPayment } from '../../scenarios/onnuri/journeys/qr-payment.ts';
import { registerCard } from '../../scenarios/onnuri/journeys/register-card.ts';
import { onnuriLaunch } from '../../scenarios/onnuri/launch-surge.ts';
import { openHost } from '../open-host.ts';
import type { Book } from '../recording/book.ts';
import { runHost } from '../run-host.ts';
import { settings } from '../settings/env.ts';
import { k6Options } from '../settings/k6-options.ts';
import { peopleFrom } from '../users/people.ts';

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
