import { base32Bytes } from '../../../models/protocols/otp/base32.ts';
import { BANK_STEP, codeOfCounter, counterAt } from '../../../models/protocols/otp/one-time-code.ts';

/** A token in the hand of a person. */
export interface Token {
  readonly serial: number;
  readonly secret: string;
  /** Seconds by which its clock is wrong. */
  readonly drift: number;
}

/** A code with the counter it belongs to. */
export interface ShownCode {
  readonly counter: number;
  readonly code: string;
}

const MS = 1_000;

/** What the token shows now, or showed so many steps ago. The clock of the service is that of this machine. */
export function shownCode({ secret, drift }: Token, stepsAgo = 0): ShownCode {
  const counter = counterAt(Date.now() + drift * MS) - stepsAgo;
  return { counter, code: codeOfCounter(base32Bytes(secret), counter) };
}

/** Milliseconds until a token whose clock is right shows another code. */
export const untilNextCode = (): number => BANK_STEP * MS - (Date.now() % (BANK_STEP * MS));

/** A code with its last digit typed wrong. */
export const mistyped = ({ counter, code }: ShownCode): ShownCode => ({
  counter,
  code: code.slice(0, -1) + String((Number(code.slice(-1)) + 1) % 10),
});
