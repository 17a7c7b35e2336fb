import pidusage from 'pidusage';
import { type Part, startPart } from '../../../reference-service/shared/process/start-part.ts';
import type { WaitingRoomConfig } from '../../../reference-service/waiting-room/waiting-room-config.ts';
import type { BenchRow } from '../harness/bench-row.ts';
import type { PollLoad, PollResult } from './poll-generator.ts';
import { bytesPerPerson } from './room-memory.ts';

const POLLS_PER_SECOND = 4_000;
const WARM_UP_SECONDS = 3;
const SECONDS = 15;
/** More than 40,000, because the gate lets people in meanwhile. */
const PEOPLE = [
  { lane: 'register', people: 32_900 },
  { lane: 'payment', people: 14_100 },
] as const;
const GOAL = { cores: 0.2, p99: 10, bytes: 128 } as const;

const ROOM: WaitingRoomConfig = {
  lanes: [
    { name: 'register', cost: 5 },
    { name: 'payment', cost: 1 },
  ],
  tokensPerSecond: 912,
  secret: 'bench',
  port: 0,
  passSeconds: 600,
};

type Server = Part<{ readonly url: string }>;
interface Measured extends PollResult {
  readonly cores: number;
}

const onLog = (line: string): void => console.error(line);

const runLoad = async (load: PollLoad): Promise<PollResult> => {
  const entry = new URL('./poll-generator.ts', import.meta.url);
  const generator = await startPart<PollLoad, PollResult>({ name: 'poll generator', entry, config: load, onLog });
  await generator.stop();
  if (generator.ready.wrong > 0) throw new Error(`poll generator: every poll must be answered, ${generator.ready.wrong} were not`);
  return generator.ready;
};

/** Warm-up, then the measured seconds. CPU time of the server alone, over the time in which polls were sent. */
const measure = async (server: Server, joins: PollLoad['joins'], keys: readonly string[]): Promise<Measured> => {
  const load = { port: Number(new URL(server.ready.url).port), joins, keys, pollsPerSecond: POLLS_PER_SECOND };
  const warm = await runLoad({ ...load, seconds: WARM_UP_SECONDS });
  const before = (await pidusage(server.pid)).ctime;
  const result = await runLoad({ ...load, joins: [], keys: warm.keys, seconds: SECONDS });
  const after = (await pidusage(server.pid)).ctime;
  return { ...result, cores: (after - before) / 1000 / result.seconds };
};

const withServer = async <T>(name: string, entry: string, config: unknown, use: (server: Server) => Promise<T>): Promise<T> => {
  const server: Server = await startPart({ name, entry: new URL(entry, import.meta.url), config, onLog });
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
};

const memoryRow = (people: number): BenchRow => {
  const bytes = bytesPerPerson(people);
  return {
    what: `waiting room: memory of a person, ${people.toLocaleString('en')} in the queue`,
    goal: `≤ ${GOAL.bytes} bytes`,
    measured: `${bytes.toFixed(0)} bytes`,
    pass: bytes <= GOAL.bytes,
  };
};

/** The waiting room under 4,000 polls a second from 40,000 people, beside a bare fastify poll in the same run. */
export async function benchWaitingRoom(): Promise<BenchRow[]> {
  const someone = Array.from({ length: 40_000 }, () => 'A'.repeat(22));
  const bare = await withServer('bare poll server', './bare-poll-server.ts', null, (server) => measure(server, [], someone));
  const room = await withServer('waiting room', '../../../reference-service/waiting-room/main.ts', ROOM, (server) =>
    measure(server, PEOPLE, []),
  );
  const load = `${POLLS_PER_SECOND.toLocaleString('en')} polls/s from ${room.keys.length.toLocaleString('en')} people`;
  return [
    {
      what: `waiting room: CPU at ${load}`,
      goal: `≤ ${GOAL.cores} core`,
      measured: `${room.cores.toFixed(3)} core`,
      ratio: `${(room.cores / bare.cores).toFixed(2)} × a bare fastify poll (${bare.cores.toFixed(3)} core)`,
      pass: room.cores <= GOAL.cores,
    },
    {
      what: `waiting room: p99 of a poll at ${load}`,
      goal: `≤ ${GOAL.p99} ms`,
      measured: `${room.p99.toFixed(1)} ms`,
      ratio: `${(room.p99 / bare.p99).toFixed(2)} × a bare fastify poll (${bare.p99.toFixed(1)} ms)`,
      pass: room.p99 <= GOAL.p99,
    },
    memoryRow(40_000),
    memoryRow(1_000_000),
  ];
}
