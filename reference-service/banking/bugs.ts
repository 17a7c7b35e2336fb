/** Mistakes that real services of this kind have made, to be started with on purpose: a rehearsal must find each. */
export const BUGS = {
  'replay-otp': 'accepts a code that was used before',
  'window-too-wide': 'accepts codes that are up to ten minutes old',
  'strike-race': 'reads the number of wrong codes, and writes it back one higher a moment later',
  'second-token': 'leaves the old token active when it issues a new one',
  'deregistered-accepted': 'lets people in who have left',
  'spurious-logout': 'ends the sessions of others at a login, because their numbers share a shard of the session store',
  'double-transfer': 'books a transfer again when its request comes twice',
  'lost-credit': 'debits the sender of some transfers without crediting anybody',
  'skip-identity': 'lets people in on the web who did not prove who they are',
  'old-version-let-in': 'does not ask for the version of the app',
  'otp-centre-slow': 'is served by an OTP centre that has a tenth of its capacity',
  'log-loss': 'loses some lines of the log of attempts',
} as const;

export type BankingBug = keyof typeof BUGS;
