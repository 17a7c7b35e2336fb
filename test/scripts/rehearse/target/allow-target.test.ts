import { describe, expect, it } from 'vitest';
import { allowTarget, isLoopback } from '../../../../scripts/rehearse/target/allow-target.ts';
import { httpTarget } from './http-target.ts';

const local = httpTarget({ bases: { app: 'http://127.0.0.1:8081' }, waitingRoom: { base: 'http://[::1]:8080', dialect: 'surgeproof' } });
const resolve = async (host: string): Promise<string[]> =>
  ({ 'shop.example': ['198.51.100.7'], 'liar.example': ['127.0.0.1', '10.0.0.9'], 'gone.example': [] })[host] ?? [host];
const problemsOf = async (target: Parameters<typeof allowTarget>[0]) => (await allowTarget(target, resolve)).problems;

describe('allowTarget', () => {
  it('allows loopback', async () => {
    expect(await allowTarget(local, resolve)).toEqual({ addresses: ['127.0.0.1', '::1'], loopback: true, problems: [] });
  });

  it('refuses an address elsewhere that is not listed, and allows it when it is', async () => {
    const shop = { ...local, bases: { app: 'https://shop.example/' } };
    expect((await problemsOf(shop))[0]).toMatch(
      /^target shop: must be on this machine .* got shop\.example at 198\.51\.100\.7; .*addresses: \['198\.51\.100\.7'\]$/,
    );
    expect(await allowTarget({ ...shop, addresses: ['198.51.100.7'] }, resolve)).toMatchObject({ loopback: false, problems: [] });
  });

  it('refuses a name that resolves to this machine and elsewhere, and one that DNS does not know', async () => {
    expect((await problemsOf({ ...local, bases: { app: 'http://liar.example' } })).join()).toContain('liar.example at 10.0.0.9');
    expect((await problemsOf({ ...local, bases: { app: 'http://gone.example' } })).join()).toContain(
      'gone.example, which DNS does not know',
    );
  });

  it('says everything at once, each with its place', async () => {
    const problems = await problemsOf({ ...local, bases: { app: 'ftp://127.0.0.1', images: 'http://u:p@127.0.0.1' }, waitingRoom: null });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['target shop', 'target shop.urls.images']);
  });
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.255.0.3', '::1', '::ffff:127.0.0.1'])('knows %s as this machine', (address) =>
    expect(isLoopback(address)).toBe(true),
  );
  it.each(['128.0.0.1', '0.0.0.0', '127.example', '::ffff:8.8.8.8', '::'])('does not take %s for this machine', (address) =>
    expect(isLoopback(address)).toBe(false),
  );
});
