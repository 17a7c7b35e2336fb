import { describe, expect, it } from 'vitest';
import { ignoreRuns } from '../../../scripts/init/ignore-runs.ts';
import { configText } from '../../../scripts/init/templates/config.ts';
import { ownSurge } from '../../../scripts/init/templates/own-surge.ts';
import { serviceSurge } from '../../../scripts/init/templates/service-surge.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { layoutFaults, resolvedText, uncommented } from './made-surge.ts';

const own = (given: Partial<Parameters<typeof ownSurge>[0]>): string =>
  ownSurge({
    name: 'shop',
    target: 'http://127.0.0.1:3000',
    address: 'http://127.0.0.1:3000',
    path: '/',
    login: false,
    peak: 50,
    ...given,
  });

const surges: [what: string, text: string][] = [
  ['of the notice board', serviceSurge('my-service', 50)],
  ['of an address', own({})],
  ['with a login', own({ login: true })],
  ['with a target of k6.config.ts', own({ target: 'shop', address: 'https://shop.example.com', path: "/it's" })],
  ['with few people', own({ peak: 0.5 })],
];

describe('a written surge', () => {
  it.each(surges)('%s is short and sound', async (_, text) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(41);
    const { profile } = await resolvedText(text);
    expect(profile.arrivalSeconds).toBe(240);
  });

  it('is sound with its comments turned into code', async () => {
    const text = uncommented(own({}));
    expect(text).toContain("\n        const token = await user.post('log-in'");
    expect((await resolvedText(text)).surge.steps.map(({ name }) => name)).toEqual(['open', 'log-in', 'orders']);
  });

  it('sends a path as it was typed, whatever is in it', () => {
    expect(own({ path: "/a'b\\" })).toContain(`user.get('open', "/a'b\\\\");`);
  });
});

describe('a written file', () => {
  it('is laid out as Biome does', () => {
    const configs = [null, { name: 'a-shop', url: "https://shop.example.com/it's", peak: 50 }].map(configText);
    expect(layoutFaults(temporaryFolder(), [...surges.map(([, text]) => text), ...configs])).toBe('');
  });
});

describe('ignoreRuns', () => {
  it('adds its line once, in the way lines end there', () => {
    expect(ignoreRuns('')).toBe('runs/\n');
    expect(ignoreRuns('a\r\nb')).toBe('a\r\nb\r\nruns/\r\n');
    for (const line of ['runs', 'runs/', '/runs/', 'runs/*', 'runs/**']) expect(ignoreRuns(`a\n${line}\n`)).toBeNull();
  });
});
