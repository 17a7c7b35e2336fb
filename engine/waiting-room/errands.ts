import type { Response } from 'k6/http';
import { blankSent, type Sent } from '../users/booking.ts';

/** A request of a person in line, with the functions that k6 calls when it is over. */
export interface Errand {
  readonly request: Sent;
  row: number;
  answered(response: Response): void;
  unanswered(error: unknown): void;
}

/** What follows a request of a row. */
export interface ErrandEnds {
  answered(row: number, request: Sent, response: Response): void;
  unanswered(row: number, request: Sent, error: unknown): void;
  /** One of the two threw: that ends this person alone. */
  broke(row: number, step: number, error: unknown): void;
}

/** Errands kept for use; more of them are under way only after a stall. */
const MOST_KEPT = 256;

/**
 * Lends an errand for a row. One that is over serves the next: to make an object and two functions for each poll costs k6's interpreter
 * as much as reading the answer.
 */
export function createErrands(ends: ErrandEnds): (row: number) => Errand {
  const kept: Errand[] = [];

  function attempt<What>(errand: Errand, act: (row: number, request: Sent, what: What) => void, what: What): void {
    const { row, request } = errand;
    const { step } = request;
    try {
      act(row, request, what);
    } catch (error) {
      ends.broke(row, step, error);
    }
    if (kept.length < MOST_KEPT) kept.push(errand);
  }

  function blank(): Errand {
    const errand: Errand = {
      request: blankSent(),
      row: 0,
      answered: (response) => attempt(errand, ends.answered, response),
      unanswered: (error) => attempt(errand, ends.unanswered, error),
    };
    return errand;
  }

  return (row) => {
    const errand = kept.pop() ?? blank();
    errand.row = row;
    return errand;
  };
}
