import { constant, defineSurge, syntheticPeople } from '../../surgeproof.ts';

/** What the benches run: a line with one lane, and five steps with three think times behind it. */
export default defineSurge({
  name: 'five-steps',
  target: 'bench',
  accounts: syntheticPeople(),
  steps: { open: {}, session: {}, items: {}, basket: {}, order: {} },
  lanes: { main: { cost: 1 } },
  journeys: {
    buy: {
      share: 1,
      lane: 'main',
      async run(user) {
        await user.get('open', '/open');
        // Lognormal with this median and 95th percentile: 4.4 s in the mean.
        await user.think('3.5 s', '10 s');
        const token = await user.post('session', '/session', {
          json: { user: user.number, pin: '123456' },
          read: (answer) => answer.text('token'),
        });
        await user.get('items', '/items', { bearer: token, read: (answer) => answer.text('id') });
        await user.think('3.5 s', '10 s');
        const basket = await user.post('basket', '/basket', { json: { item: '42' }, read: (answer) => answer.text('id') });
        await user.think('3.5 s', '10 s');
        await user.post('order', '/orders', { json: { basket }, key: user.newKey(), read: (answer) => answer.text('id') });
      },
    },
  },
  profiles: { bench: { arrivals: [constant('1/s', { for: '10 s' })] } },
});
