/** How requests are dealt out to nodes: `shared` is one line for all, the others choose a node when a request comes. */
export type Balancer = 'shared' | 'round-robin' | 'random' | 'two-choices' | 'fewest-requests';

/** Durations of one kind, seconds. `cs2`, the squared coefficient of variation, of `erlang` is 1/2, 1/3, … */
export interface Times {
  readonly shape: 'exponential' | 'lognormal' | 'two exponentials' | 'erlang' | 'constant';
  readonly mean: number;
  readonly cs2: number;
}

/**
 * Spacing of arrivals. `bursts`: Poisson at rates that change between λ(1 + swing) and λ(1 − swing), each for exponential times of mean
 * `seconds`; the index of dispersion of their counts over long windows is 1 + swing²·λ·seconds.
 */
export type Arrivals =
  | { readonly kind: 'poisson' | 'even' }
  | { readonly kind: 'renewal'; readonly ca2: number }
  | { readonly kind: 'bursts'; readonly seconds: number; readonly swing: number };

/** A service of which everything is known. A request holds its worker until the database has answered too. */
export interface System {
  /** Requests a node works on at the same time; the others wait at the node, first come first served. */
  readonly workers: number;
  readonly service: Times;
  readonly balancer: Balancer;
  /** One for all nodes; requests wait for a connection first come first served. */
  readonly database: { readonly connections: number; readonly query: Times } | null;
}
