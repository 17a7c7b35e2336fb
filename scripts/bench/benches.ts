import type { Bench } from './harness/bench-context.ts';
import { logQuantiles } from './log/log-quantiles.ts';
import { longReport } from './log/long-report.ts';
import { sizingCoverageBench } from './sizing/coverage-bench.ts';
import { sizingSpeed } from './sizing/speed-bench.ts';
import { sizingSystems } from './sizing/systems/systems-bench.ts';
import { activePeople } from './users/active-people.ts';
import { activeUser } from './users/active-user.ts';
import { arrivalsOnTime } from './users/arrivals-on-time.ts';
import { frozenTarget } from './users/frozen-target.ts';
import { logCpu } from './users/log-cpu.ts';
import { millionWaiting } from './users/million-waiting.ts';
import { pollCeiling } from './users/poll-ceiling.ts';
import { signedSubmissions } from './users/signed-submissions.ts';
import { usersWaiting } from './users/users-waiting.ts';
import { benchWaitingRoom } from './waiting-room/waiting-room.ts';

/** Every limit that is measured, in the order of the table. */
export const BENCHES: readonly Bench[] = [
  usersWaiting,
  millionWaiting,
  pollCeiling,
  activePeople,
  activeUser,
  signedSubmissions,
  frozenTarget,
  arrivalsOnTime,
  logCpu,
  logQuantiles,
  longReport,
  { name: 'waiting-room', title: 'the waiting room under 4,000 polls/s', minutes: 1, run: benchWaitingRoom },
  sizingSpeed,
  sizingCoverageBench,
  sizingSystems,
];
