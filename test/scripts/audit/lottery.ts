import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a lottery of somebody else may do wrong. */
export type LotteryBug =
  | 'receipt-without-commit'
  | 'log-loss'
  | 'second-application'
  | 'kept-without-receipt'
  | 'no-owner'
  | 'broken-audit';

interface Application {
  readonly key: string;
  readonly receipt_no: string;
  readonly identity: string;
  readonly item: string;
  readonly received_at: string;
  readonly status: string;
}

interface Attempt {
  readonly key: string;
  readonly identity: string;
  readonly received_at: string;
  readonly status: string;
  readonly cause: string | null;
  readonly owner: string | null;
}

interface Given {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

const PAGE = 100;
/** One application in so many meets the mistake. */
const EVERY = 20;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

/** A service that nobody wrote for surgeproof: applications, their log, and an address for auditors, in pages. */
function lottery(bug: LotteryBug | null) {
  const [applications, attempts]: [Application[], Attempt[]] = [[], []];
  const answers = new Map<string, Given>();
  const log = (attempt: Omit<Attempt, 'received_at'>): void => {
    attempts.push({ ...attempt, received_at: new Date().toISOString() });
  };

  function refused(key: string, identity: string): Given {
    log({ key, identity, status: 'refused', cause: 'maintenance', owner: bug === 'no-owner' ? null : 'system' });
    return { status: 409, body: { status: 'refused' } };
  }

  function apply(key: string, identity: string, item: string): Given {
    const n = answers.size;
    const wrong = n % EVERY === EVERY - 1;
    // Some are refused even by a sound service.
    const turnedDown = n % EVERY === EVERY / 2;
    const receipt = `R-${n}`;
    const application = { key, receipt_no: receipt, identity, item, received_at: new Date().toISOString(), status: 'DONE' };
    if (turnedDown && bug !== 'kept-without-receipt') return refused(key, identity);
    if (!(wrong && bug === 'receipt-without-commit')) applications.push(application);
    if (wrong && bug === 'second-application') applications.push({ ...application, key: `server-${n}`, receipt_no: `${receipt}-again` });
    if (turnedDown) return refused(key, identity);
    if (!(wrong && bug === 'log-loss')) log({ key, identity, status: 'DONE', cause: null, owner: null });
    return { status: 200, body: { status: 'DONE', receipt } };
  }

  function audit(url: URL, response: ServerResponse): void {
    if (bug === 'broken-audit' && url.pathname.endsWith('attempts')) {
      response.writeHead(503).end();
      return;
    }
    const since = url.searchParams.get('since') ?? '';
    const all = (url.pathname.endsWith('attempts') ? attempts : applications).filter((one) => one.received_at >= since);
    const after = Number(url.searchParams.get('after') ?? 0);
    const next = all.length > after + PAGE ? `${url.pathname}?since=${encodeURIComponent(since)}&after=${after + PAGE}` : null;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ records: all.slice(after, after + PAGE), next }));
  }

  return createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1');
    if (url.pathname.startsWith('/audit/')) return audit(url, response);
    if (request.method !== 'POST') return void response.end('{}');
    const key = String(request.headers['idempotency-key']);
    const { identity, item } = JSON.parse(await bodyOf(request)) as { identity: string; item: string };
    const given = answers.get(key) ?? apply(key, identity, item);
    answers.set(key, given);
    response.writeHead(given.status, { 'content-type': 'application/json' }).end(JSON.stringify(given.body));
  });
}

/** The lottery on a free port of this machine. */
export async function startLottery(bug: LotteryBug | null): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = lottery(bug).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
