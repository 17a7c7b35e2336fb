import type { WalkEndLine, WalkLine } from '../../models/workload/log/measurement-log.ts';
import type { Step } from '../../models/workload/surge/surge.ts';
import type { Ending } from './ending.ts';

/** A request that the walk shows. */
export interface WalkedRequest {
  readonly step: number;
  readonly method: string;
  readonly url: string;
  /** null: no answer. */
  readonly status: number | null;
  readonly ms: number;
  readonly ending: Ending | null;
  readonly body: unknown;
}

/** Prints what one person meets. */
export interface WalkBook {
  begin(journey: string): void;
  request(request: WalkedRequest): void;
  end(ended: WalkEndLine['ended'], reason: string): void;
}

/** Beginning of the body of a failed step, in characters. */
const BODY_SHOWN = 300;

/** Query parameters whose values must not stand in a log. */
const SECRET = /([?&][^=&]*(?:token|key|secret|passw|pin|code|sig|auth|session)[^=&]*=)[^&]*/gi;

/** Path and query of an address, secrets left out. */
function pathOf(url: string): string {
  return (url.replace(/^https?:\/\/[^/?#]*/i, '') || '/').replace(SECRET, '$1…');
}

export function createWalkBook(steps: readonly Step[], write: (line: string) => void): WalkBook {
  let journey = '';
  const print = (line: WalkLine | WalkEndLine): void => write(JSON.stringify(line));
  return {
    begin(name) {
      journey = name;
    },
    request({ step, method, url, status, ms, ending, body }) {
      const shown = ending !== null && typeof body === 'string' ? body.slice(0, BODY_SHOWN) : '';
      print({
        surgeproof: 'walk',
        journey,
        step: steps[step]!.name,
        method,
        path: pathOf(url),
        status,
        ms: Math.round(ms * 10) / 10,
        cause: ending?.cause ?? null,
        body: shown,
      });
    },
    end: (ended, reason) => print({ surgeproof: 'walk-end', journey, ended, reason }),
  };
}
