import type { CookieJar } from 'k6/http';

/** A person whom the waiting room lets in. */
export interface Admitted {
  /** Headers that show the pass to the service. */
  readonly headers: Readonly<Record<string, string>>;
  /** Cookies that the waiting room set; null for none. */
  readonly jar: CookieJar | null;
  /** When the pass ends, Unix milliseconds; 0 when the waiting room does not say. */
  readonly passEnds: number;
}

/** How a person's wait in line ends; one of them is called, once a wait. */
export interface LineEnd {
  admitted(row: number, admitted: Admitted): void;
  gaveUp(row: number, cause: string): void;
  /** Patience ended, while the waiting room answered as it should. */
  lostPatience(row: number, cause: string): void;
  /** The code of the engine or of a dialect threw. */
  broke(row: number, step: number, error: unknown): void;
}
