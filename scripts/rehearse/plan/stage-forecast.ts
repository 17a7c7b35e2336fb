import { rehearsalProfile } from '../../../models/demand/rehearsal/rehearsal-profile.ts';
import type { RehearsedForecast } from '../../../models/results/rehearsed-forecast.ts';
import type { Quantity } from '../../../models/workload/surge/quantity.ts';
import type { RunConfiguration } from '../../../models/workload/surge/run-configuration.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import type { Machine } from '../../machine/machine.ts';
import { machineProblems, type SurgeNeeds, surgeNeeds } from '../../machine/surge-needs.ts';
import { lengthInWords } from '../../terminal/length-in-words.ts';
import type { ChosenTarget } from '../target/target-settings.ts';
import { forecastCurve } from './forecast-file.ts';
import type { ForecastChoice } from './options.ts';

/** The arrivals a generator can start beside the service it loads. */
const PER_CORE: Quantity = {
  value: 1_000,
  unit: 'arrivals per second and core',
  source: 'docs/benchmarks.md: the launch of the lab, 2,006 a second, on 2 cores',
  kind: 'measured',
};
const SCALES = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;

/** A configuration with the arrivals of a forecast, and how it is asked for at another scale. */
export interface StagedForecast {
  readonly configuration: RunConfiguration;
  readonly forecast: RehearsedForecast;
  at(scale: number): StagedForecast;
}

/** Puts the arrivals of a forecast into the profile of a rehearsal. */
export async function stageForecast(configuration: RunConfiguration, choice: ForecastChoice): Promise<StagedForecast> {
  const { file, quantile, event, scale } = choice;
  const given = await forecastCurve(file, quantile, event);
  const { series, asOf } = given;
  const hasWaitingRoom = configuration.surge.lanes.length > 0;
  // A forecast counts what people do, for instance payments.
  const perPerson = configuration.surge.demand?.perPerson ?? 1;
  const at = (by: number | null): StagedForecast => {
    const { profile, ...amounts } = rehearsalProfile({ profile: configuration.profile, given, scale: by, perPerson, hasWaitingRoom });
    const forecast = { file, series, event: given.event, quantile, asOf, ...amounts };
    return { configuration: { ...configuration, profile }, forecast, at };
  };
  const staged = at(scale);
  const { people } = staged.forecast.staged;
  if (people > 0 && Number.isFinite(people)) return staged;
  const problems = [`curves.${quantile}: must bring a finite number of people above 0, got ${people}`];
  throw new SurgeproofError('unreadable-file', { file, problems });
}

/** Rates are products and quotients of what files say: this much, relative, is rounding. */
const ROUNDING = 1e-9;
const exceeds = (rate: number, most: number): boolean => !(rate <= most * (1 + ROUNDING));

/** The arrivals of a run held against what its target may get. */
export function rateProblems({ name, maximumArrivalRate }: ChosenTarget, peak: number): string[] {
  if (!exceeds(peak, maximumArrivalRate)) return [];
  return [
    `target ${name}: must get at most ${maximumArrivalRate} arrivals a second (maximumArrivalRate in k6.config.ts), got ${Math.ceil(peak)} at the peak; take a smaller profile or rate`,
  ];
}

/** What keeps a machine or a target from a forecast, with the largest scale that would do; empty when it can be staged. */
export function stagingProblems(staged: StagedForecast, machine: Machine, diskMiB: number | null, mostAllowed: number): string[] {
  const most = Math.min(PER_CORE.value * machine.cores, mostAllowed);
  const wrong = ({ configuration: { surge, profile } }: StagedForecast): string[] => {
    const needs: SurgeNeeds = surgeNeeds(surge, profile);
    const rate = exceeds(needs.peakArrivalRate, most)
      ? [
          `arrival rate: must be at most ${most} a second here (${PER_CORE.value} a core on ${machine.cores} cores; the target allows ${mostAllowed}), got ${Math.ceil(needs.peakArrivalRate)}`,
        ]
      : [];
    return [...rate, ...machineProblems(needs, machine, diskMiB)];
  };
  const problems = wrong(staged);
  if (problems.length === 0) return [];
  const fits = SCALES.map((scale) => scale * staged.forecast.scale).find((scale) => wrong(staged.at(scale)).length === 0);
  const { forecast } = staged;
  const offer = fits === undefined ? 'no scale down to a thousandth fits' : `add --scale ${Number(fits.toPrecision(3))}`;
  return [
    ...problems,
    `--forecast: must fit on this machine, got ${Math.round(forecast.staged.people)} people with ${Math.ceil(forecast.staged.peakRate)} arrivals a second at the peak; ${offer}`,
  ];
}

/** What is about to be staged, as a sentence. */
export function stagingSentence({ event, series, quantile, asOf, scale, compression, forecast, staged }: RehearsedForecast): string {
  const rounded = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en-US');
  const speed = compression > 1.005 ? `${rounded(compression)} times as fast as forecast` : 'at its own speed';
  return `Forecast ${event ?? series} at ${quantile.toUpperCase()}, as of ${asOf}: ${rounded(forecast.peakRate)} arrivals a second at the peak, ${rounded(forecast.people)} people in its busy ${lengthInWords(forecast.seconds)}. Staged: ${rounded(scale * 100)} % of the rates, ${speed}, ${rounded(staged.people)} people.`;
}
