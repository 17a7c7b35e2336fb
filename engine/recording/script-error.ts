import { CAUSE_LENGTH } from './causes.ts';

/** A frame of a stack that lies in a file: `at run (file:///a/buy.ts:21:9)`, `at file:///a/buy.ts:21:9(4)`. */
const FRAME = /([^\s/\\(]+\.[cm]?[jt]sx?):(\d+)(?::\d+)?/;

/** Files of the engine, whose frames lie above those of the journey when it used a function of the engine wrongly. */
const ENGINE = /\/engine\/|surgeproof:/;

/** A mistake of the script in one line: what was thrown, and the first place outside the engine, by the base name of its file. */
export function scriptCause(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}`.slice(0, CAUSE_LENGTH);
  const frames = (error.stack ?? '').split('\n').filter((frame) => /^\s*at /.test(frame) && FRAME.test(frame));
  const place = FRAME.exec(frames.find((frame) => !ENGINE.test(frame)) ?? frames[0] ?? '');
  const where = place === null ? '' : ` at ${place[1]}:${place[2]}`;
  const what = `${error.name}: ${error.message}`.replace(/\s+/g, ' ');
  return what.slice(0, Math.max(20, CAUSE_LENGTH - where.length)) + where;
}
