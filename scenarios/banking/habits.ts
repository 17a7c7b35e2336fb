import type { Quantity } from '../../surgeproof.ts';

const share = (value: number, of: string, source: string, kind: Quantity['kind'] = 'assumed'): Quantity => ({
  value,
  unit: `share of the ${of}`,
  source,
  kind,
});

/** What people do besides what they came for. Each is a number that may be argued with; none is measured. */
export const habits = {
  oldVersion: share(0.1, 'people with the app', 'an app that must be updated in the hour of a launch'),
  mistyped: share(0.02, 'codes', 'a digit typed wrong'),
  previousCode: share(0.03, 'codes', 'typed after the minute was over; the window takes it'),
  oldCode: share(0.02, 'codes', 'ten minutes old, from a slip of paper'),
  usedCode: share(0.03, 'codes', 'a browser that sends a form again'),
  collides: share(0.05, 'registrations', 'a second token beside an active one ends in an error'),
  unproved: share(0.1, 'people on the web', 'the page of the proof closed too early'),
  secondDevice: share(0.02, 'people', 'goes on with a tablet'),
  guessesCodes: share(0.02, 'people', 'a phone in the wrong hands'),
  guessesPins: share(0.01, 'people', 'a phone in the wrong hands'),
  otherAmount: share(0.02, 'transfers', 'an app that reuses its key'),
  another: share(0.2, 'transfers', 'sends more than one thing on payday'),
} as const;
