import type { JourneyDefinition, User } from '../../models/definition/user.ts';
import type { WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';
import type { Host } from '../users/context.ts';
import { STATE } from '../users/rows.ts';
import { countThinking } from '../users/thinking.ts';
import { createLine, type Line } from '../waiting-room/line.ts';
import type { Admitted } from '../waiting-room/line-end.ts';
import type { NativeLine } from '../waiting-room/open-native.ts';
import { createChance, type JourneyEnd } from './active.ts';
import { createAfterEnd } from './after-end.ts';
import { createDepartures, endOf } from './departures.ts';
import { createGate } from './gate.ts';
import { createPauses } from './pauses.ts';
import { bookCallsCutShort } from './requests/cut-short.ts';
import { createRequests } from './requests/requests.ts';
import { createUsers } from './users.ts';
import { onSettled } from './watched-promise.ts';

/** What people do past the gate, by name of the journey. */
export type Journeys = Readonly<Record<string, Pick<JourneyDefinition<string, unknown>, 'run'>>>;

/** People of one VU from arriving to leaving. */
export interface Lives {
  /** A person arrives on this row: into the line, or straight into the journey where there is none. */
  arrive(row: number, intended: number): void;
  /** The time of a row on the wheel has come. */
  wake(row: number): void;
  /** Puts into the book what is not there yet, before it writes a line. */
  collect(): void;
  /** Books what the end of the run leaves without an answer; returns how many active people were merely thinking. */
  end(): number;
}

export interface LifeDeps {
  readonly host: Host;
  readonly journeys: Journeys;
  /** null without a waiting room. */
  readonly dialect: WaitingRoomDialect | null;
  /** The poller in Go; null where the engine itself asks for people in line. */
  readonly native: NativeLine | null;
  /** Called when a person has left. */
  onLeave?(end: JourneyEnd): void;
}

const FINISHED: JourneyEnd = { how: 'finished', cause: '' };
const NO_PASS = { headers: null, jar: null } as const;

export function openLives({ host, journeys, dialect, native, onLeave = () => {} }: LifeDeps): Lives {
  const { rows, surge } = host;
  const { users } = host.book;
  const runs = surge.journeys.map(({ name }) => journeys[name]!);
  const [chance, pauses] = [createChance(host), createPauses(host)];
  const hasRoom = dialect !== null;
  const departures = createDepartures({ host, chance, pauses, giveBack: hasRoom ? (row, jar) => line?.complete(row, jar) : null, onLeave });
  const { endJourney, leaveIfDone, leaveLine, breakInLine } = departures;
  const join = hasRoom ? (row: number, intended: number): void => line?.join(row, intended) : null;
  const gate = createGate({ host, begin, leaveLine, breakInLine, join });
  const requests = createRequests({ host, chance, pauses, over: leaveIfDone });
  const createUser = createUsers({ host, chance, pauses, requests, queueAgain: gate.queueAgain, afterEnd: createAfterEnd(host) });
  const line: Line | null = hasRoom ? createLine(host, dialect, native, gate) : null;

  function begin(row: number, { headers, jar }: Pick<Admitted, 'jar'> & { readonly headers: Admitted['headers'] | null }): void {
    rows.state[row] = STATE.active;
    rows.step[row] = 0;
    rows.inside[row] = host.now();
    const user = createUser(row, headers, jar);
    const threw = (error: unknown): void => endJourney(user, endOf(error));
    try {
      onSettled(runs[rows.journey[row]!]!.run(user as User), () => endJourney(user, FINISHED), threw);
    } catch (error) {
      threw(error);
    }
  }

  return {
    arrive(row, intended) {
      rows.arrived[row] = intended;
      rows.inside[row] = -1;
      users[hasRoom ? 'inLine' : 'active']++;
      if (line === null) begin(row, NO_PASS);
      else line.join(row, intended);
    },
    wake(row) {
      if (rows.owner[row] !== null) leaveIfDone(pauses.wake(row));
      else line?.wake(row);
    },
    collect: () => line?.collect(),
    end() {
      const { underWay } = requests;
      bookCallsCutShort(host, underWay);
      line?.end();
      return countThinking(rows, new Set([...underWay].map(({ user }) => user.row)));
    },
  };
}
