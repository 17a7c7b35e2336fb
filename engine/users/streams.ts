/** Separates random streams that start from the same seed and numbers: a change in one leaves the others as they were. */
export const STREAM = {
  /** Times of arrival, one a VU. */
  arrivals: 0x41525249,
  /** Pauses of people in line, one a VU. */
  line: 0x4c494e45,
  /** What people draw at the door, one a VU. */
  door: 0x444f4f52,
  /** What a user draws past the gate, one a user. */
  journey: 0x4a4f5552,
} as const;
