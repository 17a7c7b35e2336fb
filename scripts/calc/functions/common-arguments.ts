import { maybe, needed } from '../argument-spec.ts';

/** Arguments that several models have, with their units. Rates and times are in any one unit of time. */
export const arrivalRate = needed('λ, arrivals per unit of time');
export const serviceRate = needed('μ, completions per unit of time of one busy server (1/mean service time)');
export const servers = needed('c, equal servers, a whole number');
export const load = needed('a = λ/μ, mean number of busy servers that the arrivals ask for, in erlang');
export const percentiles = maybe('in percent, such as 50,95,99.9; 50, 95 and 99 when left out', 'numbers');
export const ca2 = needed('squared coefficient of variation of the time between arrivals: 1 Poisson, 0 even spacing');
export const cs2 = needed('squared coefficient of variation of the service time: 1 exponential, 0 constant');
export const delayProbability = needed('largest share of arrivals that may wait, above 0 and below 1 (0.2 for 20 %)');
export const retries = needed('attempts after a failed one, a whole number');

export const rates = { arrivalRate, serviceRate, servers };
