/** When applications are accepted. */
export interface Window {
  /** A person came: the first one starts the clock. */
  visit(): void;
  /** Unix milliseconds; null while nobody came, or when it never closes. */
  readonly closesAt: number | null;
  /** Whole milliseconds until then, 0 when it is over; null as above. */
  readonly closesInMs: number | null;
  /** Whether something that was received then is in time. The last millisecond counts. */
  isOpenAt(moment: number): boolean;
}

/** A window that closes `seconds` after its first visitor; null: never. `onClosing` learns the moment as soon as it is known. */
export function windowOf(seconds: number | null, now: () => number, onClosing: (moment: number) => void): Window {
  let closesAt: number | null = null;
  return {
    visit() {
      if (seconds === null || closesAt !== null) return;
      closesAt = now() + 1_000 * seconds;
      onClosing(closesAt);
    },
    get closesAt() {
      return closesAt;
    },
    get closesInMs() {
      return closesAt === null ? null : Math.max(0, Math.round(closesAt - now()));
    },
    isOpenAt: (moment) => closesAt === null || moment <= closesAt,
  };
}
