import { afterEach, expect, it } from 'vitest';
import { changedOptions } from '../../../engine/settings/held-options.ts';
import execution from '../../fakes/k6/execution.ts';
import { engineRun } from '../virtual-run.ts';

const guard = { hosts: ['127.0.0.1'], blocked: ['128.0.0.0/1', '::/0'] };
const run = { ...engineRun(), guard };
const { surge, profile } = run.configuration;
const own = { executor: 'per-vu-iterations', vus: profile.hosts, iterations: 1 } as const;
const sound = { blacklistIPs: guard.blocked, scenarios: { [surge.name]: own } };

afterEach(() => {
  execution.test.options = {};
});

it.each([
  ['its own options', sound],
  // Whoever blocks more sends no more.
  ['a longer block list', { ...sound, blacklistIPs: [...guard.blocked, '127.0.0.2/32'] }],
])('lets a script run with %s', (_, options) => {
  execution.test.options = options as never;
  expect(changedOptions(run)).toBeNull();
});

it.each([
  ['another block list', { ...sound, blacklistIPs: ['192.168.0.0/16'] }, /^blacklistIPs: must be the list in the script/],
  ['a part of the block list', { ...sound, blacklistIPs: ['::/0'] }, /^blacklistIPs/],
  ['no block list', { scenarios: sound.scenarios }, /^blacklistIPs/],
  [
    'another scenario',
    { ...sound, scenarios: { default: { executor: 'shared-iterations', vus: 3, iterations: 9 } } },
    /^scenarios: must be the one/,
  ],
  ['one more scenario', { ...sound, scenarios: { ...sound.scenarios, default: own } }, /^scenarios/],
  ['more VUs', { ...sound, scenarios: { [surge.name]: { ...own, vus: 99 } } }, /^scenarios/],
  ['more iterations', { ...sound, scenarios: { [surge.name]: { ...own, iterations: 2 } } }, /^scenarios/],
  ['no scenario', { blacklistIPs: guard.blocked }, /^scenarios/],
] as const)('stops a script with %s', (_, options, sentence) => {
  execution.test.options = options as never;
  expect(changedOptions(run)).toMatch(sentence);
});

it('says nothing where surgeproof itself starts k6', () => expect(changedOptions(engineRun())).toBeNull());
