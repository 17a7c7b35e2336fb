import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a team writes for the shop: one file of fewer than 40 lines. */
export const SPRING_SALE = `import { constant, csv, defineSurge } from 'surgeproof';

export default defineSurge({
  name: 'spring-sale',
  target: 'shop',
  accounts: csv('accounts.csv', { columns: ['email', 'pin'], reuse: 'allowed' }),
  steps: { session: { p95: '800 ms', minSamples: 20 }, items: { minSamples: 20 }, checkout: { minSamples: 20 } },
  journeys: {
    buy: {
      share: 1,
      async run(user) {
        const { token, csrf } = await user.post('session', '/api/session', {
          json: user.account,
          read: (answer) => ({ token: answer.text('token'), csrf: answer.header('x-csrf-token') ?? '' }),
        });
        await user.think('100 ms');
        const item = await user.get('items', '/api/items', { read: (answer) => answer.text('0.id') });
        await user.post('checkout', '/api/checkout', { json: { item }, bearer: token, headers: { 'x-csrf-token': csrf }, expect: 201 });
      },
    },
  },
  profiles: {
    smoke: { arrivals: [constant('20/s', { for: '4 s' })], warmUp: '1 s', drain: '2 s', timeout: '2 s', even: true, errors: '10 %' },
  },
});
`;

/** A surge of one step for one journey, with the body of its function. */
export const oneJourney = (
  body: string,
  steps = 'page: { minSamples: 20 }',
): string => `import { constant, defineSurge, env } from 'surgeproof';

export default defineSurge({
  name: 'one-journey',
  target: 'shop',
  steps: { ${steps} },
  journeys: {
    visit: {
      share: 1,
      async run(user) {
        ${body}
      },
    },
  },
  profiles: { smoke: { arrivals: [constant('20/s', { for: '3 s' })], warmUp: '1 s', drain: '2 s', timeout: '2 s', even: true, errors: '10 %' } },
});
`;

export interface ShopFolder {
  readonly cwd: string;
  readonly surge: string;
}

/** A working folder of a team: a surge, accounts, and k6.config.ts with its one target. `target` is the text of further fields. */
export function shopFolder(parent: string, name: string, url: string, surge = SPRING_SALE, target = ''): ShopFolder {
  const cwd = join(parent, name);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'sale.surge.ts'), surge);
  writeFileSync(join(cwd, 'accounts.csv'), '\ufeffemail,pin,note\n"kim@example.com",1234,"a, b"\nlee@example.com,5678,\n');
  writeFileSync(
    join(cwd, 'k6.config.ts'),
    `import { defineConfig, env } from 'surgeproof';\n\nexport default defineConfig({ targets: { shop: { url: '${url}', ${target} } } });\n`,
  );
  return { cwd, surge: './sale.surge.ts' };
}
