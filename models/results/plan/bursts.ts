/** Arrivals whose rate alternates between two levels: bursts, and the quieter times between them. Both last exponentially long. */
export interface Bursts {
  /** Rate within a burst, as a multiple of the mean rate; above 1. */
  readonly factor: number;
  /** Share of the time that bursts take; at most 1/factor. */
  readonly share: number;
  /** Mean length of a burst, in the unit of the service time. */
  readonly seconds: number;
}
