import { runPart } from '../../../reference-service/shared/process/run-part.ts';
import { createKeepAliveClient, type KeepAliveClient } from './keep-alive-client.ts';

/** First people join, then those who are still in line poll at an even rate; a person who is let in polls no more. */
export interface PollLoad {
  readonly port: number;
  readonly joins: readonly { readonly lane: string; readonly people: number }[];
  /** Keys of people who joined in an earlier load. */
  readonly keys: readonly string[];
  readonly pollsPerSecond: number;
  readonly seconds: number;
}

export interface PollResult {
  /** Keys of the people still in line. */
  readonly keys: readonly string[];
  readonly answered: number;
  /** Answers that were neither `waiting` nor `admitted`. */
  readonly wrong: number;
  /** From the first poll to the last answer. */
  readonly seconds: number;
  /** Milliseconds from a poll to its answer. */
  readonly p50: number;
  readonly p99: number;
}

const HOST = '127.0.0.1';
/** Connections the polls share, as a load balancer in front of a waiting room would. */
const CONNECTIONS = 64;

const joinAll = async (client: KeepAliveClient, load: PollLoad): Promise<string[]> => {
  const keys = [...load.keys];
  for (const { lane, people } of load.joins) {
    const request = `POST /queue/${lane}/join HTTP/1.1\r\nHost: ${HOST}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
    for (let left = people; left > 0; left -= CONNECTIONS) {
      const answers = await Promise.all(Array.from({ length: Math.min(left, CONNECTIONS) }, () => client.send(request)));
      for (const { body } of answers) keys.push((JSON.parse(body) as { key: string }).key);
    }
  }
  return keys;
};

/** Open loop: a poll is sent when it is due, whatever became of the others. */
const pollAll = async (client: KeepAliveClient, keys: string[], load: PollLoad): Promise<PollResult> => {
  const took: number[] = [];
  const admitted = new Set<number>();
  let wrong = 0;
  const poll = async (person: number): Promise<void> => {
    const answer = await client.send(`GET /queue/poll?key=${keys[person]} HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    took.push(answer.took);
    if (answer.body.includes('"admitted"')) admitted.add(person);
    else if (!answer.body.includes('"waiting"')) wrong += 1;
  };
  const total = load.pollsPerSecond * load.seconds;
  const startedAt = performance.now();
  const polls: Promise<void>[] = [];
  for (let sent = 0, next = 0; sent < total; ) {
    const due = Math.min(total, ((performance.now() - startedAt) / 1000) * load.pollsPerSecond);
    for (; sent < due; next += 1) {
      const person = next % keys.length;
      if (admitted.has(person)) continue;
      polls.push(poll(person));
      sent += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(polls);
  const seconds = (performance.now() - startedAt) / 1000;
  took.sort((a, b) => a - b);
  const quantile = (q: number): number => took[Math.ceil(q * took.length) - 1] ?? 0;
  const inLine = keys.filter((_, person) => !admitted.has(person));
  return { keys: inLine, answered: took.length, wrong, seconds, p50: quantile(0.5), p99: quantile(0.99) };
};

/** A process of its own; it is "ready" when the load is over, and what it is ready with is the result. */
runPart(async (load: PollLoad) => {
  const client = await createKeepAliveClient(HOST, load.port, CONNECTIONS);
  const keys = await joinAll(client, load);
  const ready = await pollAll(client, keys, load);
  client.close();
  return { ready, stop: async () => {} };
});
