import { constant, type FaultDefinition, type ProfileDefinition } from '../../surgeproof.ts';
import type { OnnuriStep } from './steps.ts';

type Profile = ProfileDefinition<OnnuriStep>;

/**
 * 19 September 15:00 to 20 September 14:10, 23 h 10 min: first half of the replies of the ledger are lost, then the two do not hear each
 * other at all. Only the ends are rehearsed; in the middle nothing changes.
 */
const outage = (from: number, partly: number, fully: number, cut: `${number} s`): readonly FaultDefinition[] => [
  {
    kind: 'partition',
    title: 'half of the ledger’s replies are lost',
    between: 'app-ledger',
    direction: 'replies',
    share: '50 %',
    from: `${from} s`,
    for: `${partly} s`,
  },
  {
    kind: 'partition',
    title: 'app and ledger do not hear each other',
    between: 'app-ledger',
    direction: 'both',
    from: `${from + partly} s`,
    for: `${fully} s`,
    cut,
  },
];

const smoke: Profile = {
  description: 'the outage in ten seconds: does it begin, end and heal?',
  arrivals: [constant('12/s', { for: '36 s' })],
  phases: [
    { name: 'before', from: 0, judged: false },
    { name: 'outage', from: '6 s', judged: false },
    { name: 'after', from: '20 s', judged: true },
  ],
  faults: outage(6, 4, 6, '83390 s'),
  recovery: { within: '3 h', stable: '15 s', failFast: '2 s' },
  errors: '5 %',
  drain: '15 s',
  hosts: 1,
  thinkScale: 0.02,
  people: { served: '40 %' },
  budgets: { cancel: { p50: null } },
  service: { nodes: 2 },
};

const lab: Profile = {
  description: 'a holiday’s evening peak of 107 payments a second at a quarter of its rate, with the outage in 90 seconds',
  arrivals: [constant('27/s', { for: '220 s' })],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'before', from: '5 s', judged: true },
    { name: 'outage', from: '40 s', judged: false },
    { name: 'after', from: '150 s', judged: true },
  ],
  faults: outage(40, 20, 70, '83310 s'),
  recovery: { within: '3 h', stable: '60 s', failFast: '2 s' },
  drain: '40 s',
  hosts: 2,
  thinkScale: 0.1,
  people: { served: '55 %' },
  service: { nodes: 2 },
};

/** Sizes of the outage. */
export const outageProfiles = { smoke, lab };
