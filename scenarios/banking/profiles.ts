import { constant, type ProfileDefinition, ramp } from '../../surgeproof.ts';
import type { BankingStep } from './steps.ts';

type Profile = ProfileDefinition<BankingStep>;

const smoke: Profile = {
  description: 'half a minute with a payday’s habits, more people a second than one bank has, so that the rare ones come too',
  arrivals: [constant('30/s', { for: '22 s' })],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'payday', from: '3 s', judged: true },
    { name: 'drain', from: '22 s', judged: false },
  ],
  drain: '15 s',
  // The smallest share that so few people can show.
  errors: '5 %',
  hosts: 2,
  thinkScale: 0.05,
  doubleTaps: '4 %',
  // Three times the rate of a payday, on whatever machine checks a change: no place for a median of 50 ms.
  budgets: { verify: { p50: '150 ms' } },
  service: { nodes: 2 },
};

const lab: Profile = {
  description: 'the morning of a payday at the full rates of one bank: from 2.3 to 11.5 people a second',
  arrivals: [constant('2.3/s', { for: '30 s' }), ramp('2.3/s', '11.5/s', { for: '60 s' }), constant('11.5/s', { for: '120 s' })],
  phases: [
    { name: 'warm-up', from: 0, judged: false },
    { name: 'usual', from: '10 s', judged: true },
    { name: 'payday', from: '90 s', judged: true },
    { name: 'drain', from: '210 s', judged: false },
  ],
  drain: '60 s',
  errors: '1 %',
  hosts: 2,
  thinkScale: 0.3,
  service: { nodes: 2 },
};

export const profiles = { smoke, lab };
