import type { Random } from '../../../../models/workload/users/random.ts';
import { exponential, normal } from '../../../../models/workload/users/random.ts';
import type { Arrivals, Times } from './system.ts';

/** Durations of a shape, as many as asked, in seconds. */
export function drawTimes(times: Times, count: number, random: Random): Float64Array {
  const draw = drawOf(times, random);
  const drawn = new Float64Array(count);
  for (let i = 0; i < count; i++) drawn[i] = draw();
  return drawn;
}

function drawOf({ shape, mean, cs2 }: Times, random: Random): () => number {
  if (shape === 'constant') return () => mean;
  if (shape === 'exponential') return () => mean * exponential(random);
  if (shape === 'lognormal') {
    const variance = Math.log1p(cs2);
    return () => mean * Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
  }
  if (shape === 'erlang') {
    const stages = Math.round(1 / cs2);
    return () => {
      let sum = 0;
      for (let stage = 0; stage < stages; stage++) sum += exponential(random);
      return (mean / stages) * sum;
    };
  }
  // Balanced means: the short and the long ones each make up half of the work.
  const short = (1 + Math.sqrt((cs2 - 1) / (cs2 + 1))) / 2;
  return () => (mean / (2 * (random() < short ? short : 1 - short))) * exponential(random);
}

/** Times of arrivals from 0, ascending, at a mean rate per second. */
export function drawArrivals(arrivals: Arrivals, rate: number, count: number, random: Random): Float64Array {
  if (arrivals.kind === 'bursts') return inBursts(arrivals, rate, count, random);
  const gaps = drawTimes(gapsOf(arrivals, 1 / rate), count, random);
  for (let i = 1; i < count; i++) gaps[i]! += gaps[i - 1]!;
  return gaps;
}

function gapsOf(arrivals: Exclude<Arrivals, { kind: 'bursts' }>, mean: number): Times {
  if (arrivals.kind === 'renewal') return { shape: arrivals.ca2 > 1 ? 'two exponentials' : 'erlang', mean, cs2: arrivals.ca2 };
  return arrivals.kind === 'even' ? { shape: 'constant', mean, cs2: 0 } : { shape: 'exponential', mean, cs2: 1 };
}

function inBursts({ seconds, swing }: Extract<Arrivals, { kind: 'bursts' }>, rate: number, count: number, random: Random): Float64Array {
  const times = new Float64Array(count);
  let high = random() < 0.5;
  let now = 0;
  let change = seconds * exponential(random);
  for (let i = 0; i < count; ) {
    const gap = exponential(random) / (rate * (high ? 1 + swing : 1 - swing));
    // Without memory: what is left of a gap at a change is drawn anew at the new rate.
    if (now + gap > change) {
      now = change;
      change += seconds * exponential(random);
      high = !high;
    } else {
      now += gap;
      times[i++] = now;
    }
  }
  return times;
}
