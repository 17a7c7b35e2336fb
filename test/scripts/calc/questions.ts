export const rates = { arrivalRate: 8, serviceRate: 1, servers: 10 };

const sine = { mean: 3, amplitude: 1, frequency: 1, serviceRate: 1 };

export const network = { stations: [{ demand: 1, servers: 2 }], think: 1, population: 3 };

/** One question a function that has an answer, so that every line of the registry is run. */
export const QUESTIONS: Record<string, Record<string, unknown>> = {
  'erlang-b': { load: 20, servers: 10 },
  'erlang-c': { load: 20, servers: 25 },
  mmc: rates,
  mmck: { ...rates, capacity: 12 },
  md1: { utilisation: 0.5, serviceTime: 1, percentiles: [99] },
  ggc: { ...rates, ca2: 1, cs2: 1 },
  'gi1-bounds': { arrivalRate: 1, utilisation: 0.5, ca2: 4, cs2: 4 },
  'erlang-a': { ...rates, abandonRate: 0.5, room: 5, within: 0.1, percentiles: [99] },
  retrial: { ...rates, retryRate: 1, leaveProbability: 0.1 },
  simulate: { ...rates, arrivals: 'even', service: 'h2', customers: 1000, seed: 1 },
  'halfin-whitt': { beta: 1 },
  'servers-for-delay': { load: 10, delayProbability: 0.1 },
  'servers-for-response': { arrivalRate: 10, serviceTime: 0.1, percentile: 95, budget: 0.5 },
  'servers-for-abandonment': { arrivalRate: 10, serviceRate: 1, abandonRate: 1, abandonment: 0.05 },
  'retry-amplification': { failure: 0.5, retries: 3 },
  'self-healing-capacity': { capacity: 100, retries: 3 },
  'k-of-n': { needed: 10, total: 11, availability: 0.99 },
  'zone-servers': { needed: 40, zones: 3 },
  'fan-out': { calls: 100, probability: 0.01 },
  'leaf-percentile': { calls: 10, percentile: 99 },
  'offered-load-sine': { ...sine, at: 0 },
  'offered-load-start': { arrivalRate: 1, serviceRate: 1, at: 1 },
  'staffing-sine': { ...sine, delayProbability: 0.2, method: 'mol' },
  drain: { queued: 40_000, admitRate: 1000, arrivalRate: 0 },
  backlog: { arrivals: [[0, 1]], capacity: [[0, 2]] },
  'waiting-room': { occupancy: 1800, taskTime: 4, holdTime: 5 },
  'poll-rate': { users: 40_000, interval: 20 },
  hpa: { replicas: 4, current: 90, target: 60 },
  mva: network,
  'mva-bounds': network,
  'usl-fit': { load: [1, 2, 4, 8], throughput: [10, 18, 30, 40] },
  kneedle: { y: [0, 60, 80, 85, 90, 95, 96, 97, 98, 99], curve: 'concave', direction: 'increasing', online: false },
  mser5: { values: Array(20).fill(1) },
  'tta-cpu': { S1: 1099, S4: 2, S11: 30 },
  'tta-db': { O1: 7472 },
  'tta-memory': { M1: 1536, M2: 2, M3: 1099, M5: 2 },
  'tta-disk': { D1: 10_240 },
  'tta-iops': { tpmC: 1000 },
};
