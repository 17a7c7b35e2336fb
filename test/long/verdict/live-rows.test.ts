import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LineKind } from '../../../models/workload/surge/run-configuration.ts';
import type { ExitCode } from '../../../scripts/errors/exit-code.ts';
import { k6AtHand, startRehearsal, verdictOf } from '../../scripts/rehearsal.ts';
import { runCli } from '../../scripts/run-cli.ts';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import type { Ask, Said } from '../../verdict/virtual/hosted-run.ts';
import { madeRoom, type RoomOfOnesOwn } from '../../verdict/virtual/made-room.ts';
import { configurationOf } from '../../verdict/virtual/virtual.ts';
import { voucherService } from '../../verdict/virtual/voucher-service.ts';
import { liveService } from './live-target.ts';

k6AtHand();
const cwd = temporaryFolder();

/**
 * 320 people in eight seconds, 20 a second in each lane. A lane lets 80/(5 + 1) = 13.3 people in, so that those who join after the grace of
 * 5 s wait 2.5 to 4 s: long enough for a wrong promise to be seen.
 */
const PROFILE = "arrivals: [constant('40/s', { for: '8 s' })], drain: '16 s'";
const TOKENS = 80;

interface Live {
  readonly app?: (ask: Ask, well: () => Said) => Said;
  readonly room?: RoomOfOnesOwn;
  /** Whether somebody is never called. */
  readonly forgets?: (poll: number) => boolean;
}

const well = (_: Ask, answer: () => Said): Said => answer();

/** A rehearsal by the real k6 of made services that are broken as said. Its folder, and its exit code. */
async function rehearsed(name: string, line: LineKind, { app = well, room = {}, forgets }: Live) {
  const service = voucherService();
  const clean = configurationOf({});
  const gate = madeRoom(room)({
    ...clean,
    profile: { ...clean.profile, service: { nodes: 1, admissionTokens: TOKENS, doorsOpenAfter: 0 } },
  });
  const waiting = { status: 200, body: { state: 'waiting', position: 3, waitMs: 1_000, pollMs: 1_000 } };
  const forgotten = new Set<string>();
  const places = await liveService((ask) => {
    if (!ask.path.startsWith('/queue/poll') || forgets === undefined) return gate(ask);
    const number = Number(/-(\d+)$/.exec(ask.path)?.[1]);
    if (forgets(number)) forgotten.add(ask.path);
    return forgotten.has(ask.path) ? waiting : gate(ask);
  });
  const apps = await liveService((ask) => (ask.second < 0 ? service(ask) : app(ask, () => service(ask))));
  const folder = join(cwd, `${name}-${line}`);
  const config = `${folder}.config.ts`;
  writeFileSync(config, `export default { targets: { live: { url: '${apps.url}', waitingRoom: { url: '${places.url}' } } } };\n`);
  const { finished } = startRehearsal(
    folder,
    PROFILE,
    {},
    '--target',
    'live',
    '--config',
    config,
    '--no-walk',
    '--seed',
    '3',
    '--line',
    line,
  );
  const { code, stderr } = await finished;
  await Promise.all([places.close(), apps.close()]);
  return { folder, code, stderr };
}

const said = (status: number, body: unknown = {}): Said => ({ status, body, duration: 10 });

const BROKEN: readonly (readonly [name: string, live: Live, verdict: string, exit: ExitCode])[] = [
  ['500-with-a-good-body', { app: (_, answer) => ({ ...(answer() as { status: number }), status: 500 }) }, 'FAIL', 1],
  ['html-in-place-of-json', { app: () => said(200, '<html>Error</html>') }, 'FAIL', 1],
  ['logins-never-answered', { app: (ask, answer) => (ask.path === '/login' ? 'never' : answer()) }, 'FAIL', 1],
  ['down-from-second-3', { app: (ask, answer) => (ask.second > 3 ? said(503) : answer()) }, 'FAIL', 1],
  ['redirects', { app: () => ({ status: 302, headers: { location: '/elsewhere' } }) }, 'FAIL', 1],
  ['connections-cut', { app: (ask, answer) => (ask.second % 0.1 < 0.02 ? { error: 'cut' } : answer()) }, 'FAIL', 1],
  [
    'cards-take-three-seconds',
    { app: (ask, answer) => ({ ...(answer() as { status: number }), duration: /cards/.test(ask.path) ? 3_000 : 9 }) },
    'FAIL',
    1,
  ],
  ['last-come-first-served', { room: { next: 'last' } }, 'FAIL', 1],
  ['promises-half-of-the-wait', { room: { announces: (wait) => wait / 2 } }, 'FAIL', 1],
  ['refused-for-a-wrong-pin', { app: (ask, answer) => (ask.path === '/login' ? said(401, { error: 'wrong-pin' }) : answer()) }, 'FAIL', 1],
];

const LINES: readonly LineKind[] = ['native', 'typescript'];

/** Both lines are to say the same of the same services. */
describe.each(LINES)('the real k6, the %s line', (line) => {
  it.each(BROKEN)('finds: %s', async (name, live, verdict, exit) => {
    const { folder, code, stderr } = await rehearsed(name, line, live);
    expect([verdictOf(folder).verdict, code], `${verdictOf(folder).headline}\n${stderr}`).toEqual([verdict, exit]);
  });

  it('passes the same services when they are well, and not its folder once a line of the log is gone', async () => {
    const { folder, code, stderr } = await rehearsed('well', line, {});
    expect(['PASS', 'WARN'], `${verdictOf(folder).headline}\n${stderr}`).toContain(verdictOf(folder).verdict);
    expect(code).toBe(0);
    const log = join(folder, 'measurements.ndjson');
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    writeFileSync(log, lines.filter((_, i) => i !== 4).join('\n'));
    const again = await runCli(['report', folder, '--json'], { cwd });
    expect([again.code, verdictOf(folder).verdict]).toEqual([5, 'INVALID']);
  });

  it('finds that every third person was never called', async () => {
    const { folder, code } = await rehearsed('never-called', line, { forgets: (number) => number % 3 === 0 });
    expect([verdictOf(folder).verdict, code], verdictOf(folder).headline).toEqual(['FAIL', 1]);
  });
});
