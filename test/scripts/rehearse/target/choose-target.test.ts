import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../../models/definition/resolve/resolve-config.ts';
import { chooseTarget, type TargetWish } from '../../../../scripts/rehearse/target/choose-target.ts';
import type { LoadedConfig } from '../../../../scripts/surge-file/config/load-config.ts';

const resolved = resolveConfig({
  targets: {
    shop: { url: 'https://shop.example.com', addresses: ['198.51.100.7'], tls: { ca: 'ca.pem' }, maximumArrivalRate: '50/s' },
    gated: { url: 'http://127.0.0.1:1', waitingRoom: { url: 'http://127.0.0.1:2' } },
  },
});
if ('problems' in resolved) throw new Error('the test needs a sound configuration');
const loaded: LoadedConfig = { config: resolved.config, folder: '/team', secrets: [] };
const choose = (wish: Partial<TargetWish>) => chooseTarget({ flag: null, surge: 'shop', ownDialect: false, ...wish }, loaded, ['onnuri']);
const problem = (wish: Partial<TargetWish>): string => {
  const choice = choose(wish);
  return 'problem' in choice ? choice.problem : '';
};

describe('chooseTarget', () => {
  it('takes a target of k6.config.ts, its files beside that', () => {
    expect(choose({})).toMatchObject({ target: { kind: 'http', name: 'shop', maximumArrivalRate: 50, tls: { ca: '/team/ca.pem' } } });
  });

  it('lets the flag go before the surge', () => expect(choose({ flag: 'gated' })).toMatchObject({ target: { name: 'gated' } }));

  it('speaks to a waiting room as the surge does, where it says how', () => {
    expect(choose({ flag: 'gated' })).toMatchObject({ target: { waitingRoom: { dialect: 'surgeproof' } } });
    expect(choose({ flag: 'gated', ownDialect: true })).toMatchObject({ target: { waitingRoom: { dialect: 'surge' } } });
  });

  it('starts a service, also by a flag with its name', () => {
    expect(choose({ surge: { service: 'onnuri' } })).toMatchObject({
      target: { kind: 'service', name: 'onnuri', maximumArrivalRate: 20_000 },
    });
    expect(choose({ flag: 'onnuri' })).toMatchObject({ target: { kind: 'service' } });
  });

  it.each(['http://127.0.0.1:8080/', 'http://[::1]:9', 'http://localhost:1'])('allows the loopback address %s in a surge', (surge) =>
    expect(choose({ surge })).toMatchObject({ target: { kind: 'http', waitingRoom: null } }),
  );

  it('lets no surge allow itself an address elsewhere, but knows one that is listed', () => {
    expect(problem({ surge: 'https://pay.example.com' })).toMatch(
      /^target: must be listed in k6\.config\.ts when it is not on this machine/,
    );
    expect(choose({ surge: 'https://shop.example.com/' })).toMatchObject({ target: { name: 'shop' } });
  });

  it('says what is wrong with a name', () => {
    expect(problem({ surge: 'shpo' })).toBe(
      'target: must be a target of k6.config.ts (shop, gated) or a loopback address, got shpo; did you mean shop?',
    );
    expect(problem({ surge: 'onnuri' })).toContain("got onnuri; did you mean { service: 'onnuri' }?");
    expect(problem({ flag: 'onuri' })).toContain('did you mean onnuri?');
    expect(problem({ surge: { service: 'bank' } })).toBe('target: must be a reference service (onnuri), got bank');
    expect(problem({ surge: 7 })).toContain('got 7');
    expect(problem({ flag: 'ftp://127.0.0.1' })).toContain('--target: must be an address with http:// or https://');
  });
});
