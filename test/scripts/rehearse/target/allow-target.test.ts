import { describe, expect, it } from 'vitest';
import { allowTarget, isLoopback } from '../../../../scripts/rehearse/target/allow-target.ts';

const local = { kind: 'http', app: 'http://127.0.0.1:8081', waitingRoom: 'http://[::1]:8080', maxArrivalRate: 100 } as const;
const resolve = async (host: string): Promise<string[]> =>
  ({ 'shop.example': ['198.51.100.7'], 'liar.example': ['127.0.0.1', '10.0.0.9'] })[host] ?? [host];
const refusal = (target: Parameters<typeof allowTarget>[1], rate = 10) =>
  allowTarget('local', target, rate, resolve).then(
    () => 'allowed',
    (error: Error) => error.message,
  );

describe('allowTarget', () => {
  it('allows loopback', async () => expect(await allowTarget('local', local, 100, resolve)).toEqual(['127.0.0.1', '::1']));

  it('allows the embedded service without looking anything up', async () => {
    expect(await allowTarget('embedded', { kind: 'embedded', maxArrivalRate: 100 }, 1, resolve)).toEqual([]);
  });

  it('refuses more arrivals than the target may get', async () => {
    expect(await refusal(local, 101)).toMatch(/^target local: must get at most 100 arrivals a second .* got a profile with 101;/);
  });

  it('refuses an address elsewhere that is not listed, and allows it when it is', async () => {
    const shop = { ...local, app: 'https://shop.example/' };
    expect(await refusal(shop)).toMatch(/^target local\.app: must stay on this machine .* got shop\.example at 198\.51\.100\.7;/);
    expect(await refusal({ ...shop, addresses: ['198.51.100.7'] })).toBe('allowed');
  });

  it('refuses a name that resolves to this machine and elsewhere', async () => {
    expect(await refusal({ ...local, app: 'http://liar.example' })).toContain('liar.example at 10.0.0.9');
  });

  it('says everything at once', async () => {
    const text = await refusal({ kind: 'http', app: 'ftp://127.0.0.1', waitingRoom: 'http://u:p@127.0.0.1', maxArrivalRate: 1 }, 2);
    expect(text.split('\n')).toHaveLength(3);
  });
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.255.0.3', '::1'])('knows %s as this machine', (address) => expect(isLoopback(address)).toBe(true));
  it.each(['128.0.0.1', '0.0.0.0', '127.example', '::ffff:8.8.8.8', '::'])('does not take %s for this machine', (address) =>
    expect(isLoopback(address)).toBe(false),
  );
});
