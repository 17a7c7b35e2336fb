import type { AnnouncedSample, ErrorSeries, Line, ReportSeries, StatusClass, StatusSeries } from '../../../models/results/series.ts';
import type { Random } from '../../../models/workload/users/random.ts';
import { madeHeat, madePercentiles, madeStepSeries } from './latency.ts';
import { lineOf } from './line.ts';
import type { Made } from './run.ts';
import { madeSteps } from './steps.ts';

/** 2026-11-22 10:00:00 in Korea. */
const STARTED_AT = Date.UTC(2026, 10, 22, 1, 0, 0);

/** People by whole second: doors open at 5 % of the run, most come within 7 %, the queue drains at a constant rate until 75 %. */
function flow(made: Made, random: Random) {
  const { seconds, people } = made;
  const [open, hold] = [0.05 * seconds, Math.max(1, 0.07 * seconds)];
  const rate = (second: number): number =>
    second < open ? 15 : second < open + hold ? people / hold : 15 + (people / hold) * 0.5 ** ((second - open - hold) / 3);
  const drain = people / (0.65 * seconds);
  const table = Array.from({ length: Math.max(1, seconds) }, () => ({ scheduled: 0, started: 0, admitted: 0, waiting: 0 }));
  let waiting = 0;
  table.forEach((row, second) => {
    const wanted = made.empty || second > 0.6 * seconds ? 0 : rate(second);
    row.scheduled = Math.round(wanted);
    row.started = Math.max(0, Math.round(wanted + (random() - 0.5) * 4 * Math.sqrt(wanted)));
    row.admitted = Math.round(Math.min(waiting + row.started, drain * (made.collapses ? 0.7 : 1) * (0.94 + 0.12 * random())));
    waiting += row.started - row.admitted;
    row.waiting = waiting;
  });
  return table;
}

export function madeSeries(made: Made, random: Random): ReportSeries {
  const table = flow(made, random);
  const line = (of: (row: (typeof table)[number]) => number): Line => lineOf(made.seconds, (second) => of(table[second]!));
  const most = table.reduce((best, row, second) => (row.waiting > best.waiting ? { at: second, waiting: row.waiting } : best), {
    at: 0,
    waiting: 0,
  });
  const busy = table.map((row) => row.waiting / Math.max(1, most.waiting));
  const steps = made.empty ? [] : madeSteps(made);
  const timed = made.allErrors ? [] : steps.slice(-6).filter(({ step }) => !step.rare);
  const active = line((row) => Math.round(row.admitted * 6));
  const mostActive = active.y.reduce<number>((high, people) => Math.max(high, people ?? 0), 0);
  return {
    startedAt: STARTED_AT,
    durationSeconds: made.seconds,
    phases: [
      { name: 'warm-up', from: 0, to: 0.05 * made.seconds, judged: false },
      { name: 'surge', from: 0.05 * made.seconds, to: 0.83 * made.seconds, judged: true },
      { name: 'drain', from: 0.83 * made.seconds, to: made.seconds, judged: false },
    ],
    surge: {
      scheduled: line((row) => row.scheduled),
      started: line((row) => row.started),
      joined: line((row) => row.started),
      admitted: line((row) => row.admitted),
      waiting: line((row) => (made.room ? row.waiting : 0)),
      active,
      peak: made.empty || !made.room || most.waiting === 0 ? null : most,
      mostActive: mostActive === 0 ? null : { at: active.x[active.y.indexOf(mostActive)]!, people: mostActive },
    },
    steps: madeStepSeries(made, steps, busy, random),
    heat: madeHeat(made, timed, busy),
    percentiles: made.refused ? [] : madePercentiles(made, timed),
    statuses: madeStatuses(made, steps.length, busy),
    errors: madeErrors(made, busy),
    announced: made.room ? madeAnnounced(made, random) : null,
    fairness: made.empty || !made.room ? [] : [madeLane(made, 'registration', 0.7), madeLane(made, 'payment', 0.3)],
  };
}

function madeStatuses(made: Made, steps: number, busy: readonly number[]): StatusSeries {
  if (steps === 0) return { binSeconds: 1, classes: [] };
  const rate = (made.people * steps) / made.seconds;
  const of = (name: StatusClass, share: number) => {
    const line = lineOf(made.seconds, (second) => rate * share * (0.2 + (busy[second] ?? 0)));
    return { name, total: Math.round(line.y.reduce<number>((sum, y) => sum + (y ?? 0), 0)), line };
  };
  if (made.allErrors) return { binSeconds: 1, classes: [of('no answer', 1)] };
  return { binSeconds: 1, classes: made.refused ? [of('4xx', 1)] : [of('2xx', 0.97), of('3xx', 0.01), of('5xx', 0.02)] };
}

function madeErrors(made: Made, busy: readonly number[]): ErrorSeries {
  const binSeconds = Math.max(1, Math.ceil(made.seconds / 300));
  const bins = Math.ceil(made.seconds / binSeconds);
  const scale = made.empty ? 0 : made.allErrors ? 400 : made.collapses ? 60 : 0.4;
  const owner = (name: string, share: number) => {
    const x = Array.from({ length: bins }, (_, index) => index * binSeconds);
    const y = x.map((second) => Math.round(scale * share * (busy[Math.floor(second)] ?? 0) * 10) / 10);
    return { owner: name, total: Math.round(y.reduce((sum, value) => sum + value * binSeconds, 0)), line: { x, y } };
  };
  const owners = [
    owner('system', 0.7),
    owner('third party', 0.15),
    owner('unclear', 0.05),
    owner('script', 0),
    owner('client environment', 0.1),
  ];
  return { binSeconds, total: owners.reduce((sum, one) => sum + one.total, 0), owners };
}

function madeAnnounced(made: Made, random: Random): AnnouncedSample {
  if (made.empty) return { points: [], people: 0, within: null, tolerance: 0.3 };
  const points = Array.from({ length: Math.min(1000, made.people) }, (_, index) => {
    const announced = Math.round(random() * 0.6 * made.seconds);
    const real = announced * (made.collapses ? 1.43 : 1) * (0.9 + 0.2 * random()) + random();
    return { lane: index % 10 < 7 ? 'registration' : 'payment', announced, real: Math.round(real * 10) / 10 };
  });
  return { points, people: made.people, within: made.collapses ? 0.21 : 0.982, tolerance: 0.3 };
}

function madeLane(made: Made, lane: string, share: number): ReportSeries['fairness'][number] {
  const admitted = Math.round(made.people * share);
  const count = Math.min(1000, admitted);
  const points = Array.from({ length: count }, (_, index) => {
    const rank = 1 + Math.round((index / Math.max(1, count - 1)) * (admitted - 1));
    return { ticketRank: rank, admissionRank: made.collapses && index % 40 === 0 ? Math.max(1, rank - Math.round(admitted / 12)) : rank };
  });
  return { lane, admitted, overtaken: made.collapses ? Math.round(admitted * 0.025) : 0, kendallTau: made.collapses ? 0.981 : 1, points };
}
