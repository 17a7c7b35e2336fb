import { admitted, inTurn, type LaneScript, status, type Told, waiting } from '../room/told.ts';

const seat = (turn: number, word: string, attributes = 'Path=/; HttpOnly'): Told => ({
  headers: { 'set-cookie': `seat=${turn}-${word}; ${attributes}` },
});

/** Without the cookie nobody is answered. */
const needing = (turn: number, cookie: string | null, told: Told): Told => (cookie?.startsWith(`${turn}-`) ? told : status(403, '{}'));

const app: LaneScript['app'] = ({ turn, seat: cookie }) => needing(turn, cookie, { body: '{"id":"1"}' });

/** Cookies that the room sets in line, and needs later. */
export const cookies = {
  'cookie-at-joining': {
    join: ({ turn }) => ({ ...waiting(711), ...seat(turn, 'joined') }),
    poll: (asked) => needing(asked.turn, asked.seat, inTurn(waiting(), waiting())(asked)),
    app,
  },
  'cookie-by-a-poll': {
    poll: (asked) => {
      const { nth, turn } = asked;
      return nth === 0
        ? { ...waiting(), ...seat(turn, 'polled') }
        : needing(turn, asked.seat, inTurn(waiting(), waiting(), waiting())(asked));
    },
    app,
  },
  'cookie-anew-with-every-answer': {
    join: ({ turn }) => ({ ...waiting(711), ...seat(turn, 'joined') }),
    poll: (asked) => ({ ...needing(asked.turn, asked.seat, inTurn(waiting(), waiting())(asked)), ...seat(asked.turn, `poll${asked.nth}`) }),
    app,
  },
  'cookie-at-being-let-in': { poll: (asked) => (asked.nth < 2 ? waiting() : { ...admitted(), ...seat(asked.turn, 'in') }), app },
  'cookie-with-an-error': {
    poll: (asked) => (asked.nth === 1 ? { ...status(503), ...seat(asked.turn, 'error') } : inTurn(waiting(), waiting(), waiting())(asked)),
  },
  'cookie-taken-back': {
    join: ({ turn }) => ({ ...waiting(711), ...seat(turn, 'joined') }),
    poll: (asked) => ({
      ...inTurn(waiting(), waiting(), waiting())(asked),
      ...(asked.nth === 1 ? seat(asked.turn, '', 'Path=/; Max-Age=0') : {}),
    }),
  },
  /** For the polls alone; the service does not see it. */
  'cookie-of-a-path': {
    poll: (asked) => ({
      ...inTurn(waiting(), waiting(), waiting())(asked),
      ...(asked.nth === 0 ? seat(asked.turn, 'narrow', 'Path=/queue') : {}),
    }),
  },
  'cookie-without-a-path': {
    poll: (asked) => ({
      ...inTurn(waiting(), waiting(), waiting())(asked),
      ...(asked.nth === 0 ? seat(asked.turn, 'bare', 'HttpOnly') : {}),
    }),
  },
  'cookies-two-and-a-broken-one': {
    poll: ({ nth, turn }) =>
      nth === 0
        ? { ...waiting(), headers: { 'set-cookie': [`seat=${turn}-two; Path=/`, 'other=a"b; Path=/', 'no cookie at all', '=x'] } }
        : inTurn(waiting(), waiting(), waiting())({ nth }),
  },
} satisfies Readonly<Record<string, LaneScript>>;
