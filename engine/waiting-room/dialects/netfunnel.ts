import type { RoomPlace, WaitingRoomDialect } from '../../../models/definition/waiting-room-dialect.ts';

/*
 * NetFunnel (STCLab), as its clients speak it: GET /ts.wseq?opcode=…; 5101 takes a ticket in a lane (`aid`), 5002 asks, 5004 gives the slot
 * back. Answers are `5002:201:key=…&nwait=…&nnext=…&tps=…&ttl=…`; codes 200 pass, 201 wait, 502 complete already; any other is a lost place.
 */

const PATH = '/ts.wseq?opcode=';
const PASS = '200';
const WAIT = '201';
/** Clients ask again after a second where the answer does not say. */
const USUAL_TTL = 1;
const ANSWER = /^(\d{4}):(\d{3}):(.*)$/;

/**
 * An answer that says "wait", and after how many seconds to ask again, with the fields that NetFunnel writes before `ttl`. Values are printable
 * characters but `&`; an answer with others is left to `read`.
 */
const VALUE = "[!-%'-~]*";
const WAITING = `\\s*[0-9]{4}:201:(?:key=(?<key>${VALUE})&)?(?:(?:nwait|nnext|tps)=${VALUE}&)*ttl=(?<interval>[0-9]+(?:\\.[0-9]+)?)(?:&${VALUE})*\\s*`;

function fieldOf(fields: string, name: string): string {
  const at = fields.startsWith(`${name}=`) ? name.length + 1 : fields.indexOf(`&${name}=`) + name.length + 2;
  if (at === name.length + 1 && !fields.startsWith(`${name}=`)) return '';
  const end = fields.indexOf('&', at);
  return fields.slice(at, end < 0 ? fields.length : end);
}

/** A client knows how many people are ahead, not its ticket; the wait follows from the admissions per second. */
function waitMsOf(fields: string): number | null {
  const [ahead, perSecond] = [Number(fieldOf(fields, 'nwait')), Number(fieldOf(fields, 'tps'))];
  return Number.isFinite(ahead) && perSecond > 0 ? (ahead / perSecond) * 1_000 : null;
}

export const netfunnelDialect: WaitingRoomDialect = {
  ask(what, lane, key) {
    if (what === 'join') return { method: 'GET', path: `${PATH}5101&sid=service_1&aid=${encodeURIComponent(lane)}` };
    if (what === 'poll') return { method: 'GET', path: `${PATH}5002&key=${encodeURIComponent(key)}` };
    return { method: 'GET', path: `${PATH}5004&key=${encodeURIComponent(key)}` };
  },

  read(status, body, key): RoomPlace | 'lost' | null {
    const [, , code, fields] = ANSWER.exec(body.trim()) ?? [];
    if (status !== 200 || code === undefined || fields === undefined) return null;
    const own = fieldOf(fields, 'key') || key;
    if (code === WAIT && own !== '') {
      const ttl = Number(fieldOf(fields, 'ttl')) || USUAL_TTL;
      return { state: 'waiting', key: own, ticket: null, pollMs: ttl * 1_000, waitMs: waitMsOf(fields) };
    }
    if (code === PASS && own !== '')
      return { state: 'admitted', key: own, ticket: null, pass: fieldOf(fields, 'pass') || own, admittedAt: null };
    return key === '' ? null : 'lost';
  },

  enter: (pass) => ({ 'x-queue-pass': pass }),
  waiting: { pattern: WAITING, unit: 's' },
};
