/** How people prove by their phone who they are. */
export const IDENTIFICATION_METHODS = ['PASS', 'SMS', 'ARS', 'card'] as const;
export type IdentificationMethod = (typeof IDENTIFICATION_METHODS)[number];

/** Why an attempt fails. */
export const FAILURE_CAUSES = ['sms-not-received', 'pass-absent', 'browser', 'input', 'network'] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** Shares of the causes among failures (operator's statistics, stated). */
export const CAUSE_SHARES: Readonly<Record<FailureCause, number>> = {
  'sms-not-received': 0.35,
  'pass-absent': 0.25,
  browser: 0.2,
  input: 0.15,
  network: 0.05,
};

/** Why a person is blocked after five failures. */
export const BLOCK_REASONS = ['mismatch', 'sms-code', 'abnormal', 'theft', 'other'] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** Shares of the reasons among blocks (operator's statistics, stated); another table than that of the causes. */
export const REASON_SHARES: Readonly<Record<BlockReason, number>> = {
  mismatch: 0.35,
  'sms-code': 0.25,
  abnormal: 0.2,
  theft: 0.15,
  other: 0.05,
};
