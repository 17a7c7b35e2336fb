import type { CurveSpec } from '../../workload/arrivals/curve-spec.ts';
import { arrivalCurve } from '../../workload/arrivals/curves/from-spec.ts';
import { peakRate } from '../../workload/arrivals/peak-rate.ts';
import { hostsFor } from '../../workload/surge/hosts.ts';
import type { RunConfiguration } from '../../workload/surge/run-configuration.ts';
import { usualPhases } from '../../workload/surge/usual-phases.ts';
import { customProfile } from '../custom-profile.ts';

/**
 * A run at another rate, for another time, or both; what is null stays as the profile says. The warm-up stays where it fits, the parts of
 * the profile do not, as they were made for its own arrivals.
 */
export function withArrivals(configuration: RunConfiguration, ratePerSecond: number | null, seconds: number | null): RunConfiguration {
  if (ratePerSecond === null && seconds === null) return configuration;
  const { profile, profileName, surge } = configuration;
  const arrivalSeconds = seconds ?? profile.arrivalSeconds;
  const arrivals: CurveSpec = ratePerSecond === null ? profile.arrivals : { shape: 'constant', rate: ratePerSecond };
  const begins = profile.phases.find(({ judged }) => judged)?.from ?? 0;
  const warmUp = begins < arrivalSeconds ? begins : 0;
  const people = arrivalCurve(arrivals).arrivalsUntil(arrivalSeconds);
  const needed = hostsFor({ inLine: surge.lanes.length > 0 ? people : 0, peakRate: peakRate(arrivals, arrivalSeconds) });
  return {
    ...configuration,
    profileName: customProfile(profileName),
    profile: {
      ...profile,
      arrivals,
      arrivalSeconds,
      phases: usualPhases({ warmUp, arrivals: arrivalSeconds, drain: profile.drainSeconds }),
      hosts: Math.max(profile.hosts, needed),
    },
  };
}
