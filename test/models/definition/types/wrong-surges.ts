/*
 * Mistakes that the type program must find; each line below a comment of the compiler is an error, and the program fails where one is none.
 */
import { constant, csv, defineConfig, defineSurge, made, ramp, rush, type Surge, syntheticPeople } from '../../../../surgeproof.ts';

const smoke = { arrivals: [constant('20/s', { for: '30 s' })] } as const;

/** Sound: types follow from `steps`, `accounts` and `read`. */
export const sound = defineSurge({
  name: 'spring',
  target: 'shop',
  accounts: csv('accounts.csv', { columns: ['email', 'pin'] }),
  demand: { unit: 'payments', step: 'checkout' },
  steps: { session: { p95: '400 ms', errors: '0.1 %' }, items: {}, checkout: { p95: '1 s', p99: null } },
  journeys: {
    buy: {
      share: '100 %',
      async run(user) {
        const token: string = await user.post('session', '/x', { json: user.account.email, read: (answer) => answer.text('token') });
        const { status }: { status: number } = await user.get('items', '/y', { bearer: token });
        // @ts-expect-error no such step
        await user.get('itmes', '/y');
        // @ts-expect-error no such column
        user.account.phone;
        // @ts-expect-error a bare number
        await user.think(3);
        const [first, second] = await user.all('items', [{ path: '/a' }, { path: '/b', read: (answer) => answer.number('n') }]);
        const sum: number = first.status + second + status;
        // @ts-expect-error the second is a number
        second.status;
        void sum;
      },
    },
  },
  profiles: { smoke: { ...smoke, budgets: { items: { p95: '2 s' } } } },
});
/** The engine takes a surge of any steps. */
export const anySurge: readonly Surge[] = [sound];

const rest = { name: 'x', target: 'y', journeys: {}, profiles: { smoke } } as const;
// @ts-expect-error a bare number
defineSurge({ ...rest, steps: { a: { p95: 400 } } });
// @ts-expect-error no unit of time
defineSurge({ ...rest, steps: { a: { p95: '400 sec' } } });
// @ts-expect-error a share without a percent sign
defineSurge({ ...rest, steps: { a: { errors: '0.1' } } });
// @ts-expect-error no such step
defineSurge({ ...rest, steps: { a: {} }, demand: { unit: 'payments', step: 'b' } });
// @ts-expect-error no share
defineSurge({ ...rest, steps: { a: {} }, journeys: { j: { async run() {} } } });
// @ts-expect-error no such step in a profile
defineSurge({ ...rest, steps: { a: {} }, profiles: { smoke: { ...smoke, budgets: { b: {} } } } });
// @ts-expect-error no arrivals
defineSurge({ ...rest, steps: { a: {} }, profiles: { smoke: {} } });
// @ts-expect-error no target
defineSurge({ name: 'x', journeys: {}, profiles: { smoke }, steps: { a: {} } });
// @ts-expect-error no unit
constant(20, { for: '30 s' });
// @ts-expect-error no unit of time
ramp('1/s', '2/s', { for: '30' });
// @ts-expect-error a rate where people are counted
rush('20/s', { within: '20 s' });
// @ts-expect-error an address is missing
defineConfig({ targets: { shop: {} } });
// @ts-expect-error no such dialect
defineConfig({ targets: { shop: { url: 'http://127.0.0.1', waitingRoom: { url: 'http://127.0.0.1', dialect: 'own' } } } });

defineSurge({
  ...rest,
  steps: { a: {} },
  accounts: made((number) => ({ id: number })),
  journeys: {
    j: {
      share: 1,
      async run(user) {
        const id: number = user.account.id;
        void id;
      },
    },
  },
});
defineSurge({
  ...rest,
  steps: { a: {} },
  accounts: syntheticPeople(),
  journeys: {
    j: {
      share: 1,
      async run(user) {
        const pin: string = user.account.pin;
        void pin;
      },
    },
  },
});
