import { activeUser } from './active-user.ts';
import { arrivalsOnTime } from './arrivals-on-time.ts';
import type { Bench } from './bench-context.ts';
import { frozenTarget } from './frozen-target.ts';
import { logCpu } from './log-cpu.ts';
import { logQuantiles } from './log-quantiles.ts';
import { longReport } from './long-report.ts';
import { millionWaiting } from './million-waiting.ts';
import { sizingCoverageBench } from './sizing/coverage-bench.ts';
import { sizingSpeed } from './sizing/speed-bench.ts';
import { usersWaiting } from './users-waiting.ts';
import { benchWaitingRoom } from './waiting-room.ts';

/** Every limit that is measured, in the order of the table. */
export const BENCHES: readonly Bench[] = [
  usersWaiting,
  millionWaiting,
  activeUser,
  frozenTarget,
  arrivalsOnTime,
  logCpu,
  logQuantiles,
  longReport,
  { name: 'waiting-room', title: 'the waiting room under 4,000 polls/s', minutes: 1, run: benchWaitingRoom },
  sizingSpeed,
  sizingCoverageBench,
];
