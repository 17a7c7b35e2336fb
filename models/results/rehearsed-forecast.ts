/** Which forecast a run staged, and how much of it. */
export interface RehearsedForecast {
  readonly file: string;
  readonly series: string;
  /** The announced event; null for the peak day of a series. */
  readonly event: string | null;
  readonly quantile: string;
  readonly asOf: string;
  /** Factor on arrival rates. */
  readonly scale: number;
  /** Seconds of the forecast that pass in one second of the run. */
  readonly compression: number;
  /** The part of the forecast that was taken: arrivals in its busiest second, people, and how long it lasts. */
  readonly forecast: { readonly peakRate: number; readonly people: number; readonly seconds: number };
  /** What the run sends. */
  readonly staged: { readonly peakRate: number; readonly people: number };
}
