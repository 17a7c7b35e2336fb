import { vi } from 'vitest';
import { type Journeys, openLives } from '../../engine/journeys/lives.ts';
import { nativeOpener } from '../../engine/native-opener.ts';
import { openHost } from '../../engine/open-host.ts';
import { runHost } from '../../engine/run-host.ts';
import { targetHeaders } from '../../engine/settings/secrets.ts';
import { dialectOf } from '../../engine/waiting-room/dialects/dialect-of.ts';
import execution from '../fakes/k6/execution.ts';
import { type FakeRequest, serve } from '../fakes/k6/http.ts';
import { fakeNative } from '../fakes/k6/native/native.ts';
import { AHEAD, type Ask, type HostVirtually, type PrintedLine } from '../verdict/virtual/hosted-run.ts';

/** Seconds that VUs are given beyond the end of their run. */
const SPARE_SECONDS = 3;

const fieldsOf = (body: unknown): Ask['body'] => (typeof body === 'object' && body !== null ? (body as Ask['body']) : {});

/** All VUs of a run, as k6 would run them, in one virtual time, until the last one is done. */
export const hostVirtually: HostVirtually = async ({ run, journeys, accountOf, answer, listener = null, clock }) => {
  const printed: PrintedLine[] = [];
  const zero = clock.now() + AHEAD;
  const at = (): number => clock.now() - zero;
  const spy = vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push({ text, at: at(), wall: Date.now() }));
  serve(({ method, url, path, body, params, cookies }: FakeRequest) =>
    answer({ method, url, path, body: fieldsOf(body), headers: params.headers as Ask['headers'], cookies, second: at() / 1000 }),
  );
  const { hosts, arrivalSeconds, drainSeconds } = run.configuration.profile;
  const ended = Array.from({ length: hosts }, (_, vu) => {
    execution.vu.idInTest = vu + 1;
    const dialect = dialectOf(run.target, undefined);
    const native = nativeOpener(run, dialect, fakeNative())?.() ?? null;
    const host = openHost({ run, headers: targetHeaders(run.target, {}), accountOf, listener, native });
    return runHost(host, openLives({ host, journeys: journeys as unknown as Journeys, dialect, native }));
  });
  let over = false;
  void Promise.all(ended).then(() => {
    over = true;
  });
  try {
    for (let second = 0; !over && second < arrivalSeconds + drainSeconds + SPARE_SECONDS; second++) await clock.advance(1000);
  } finally {
    spy.mockRestore();
  }
  return printed;
};
