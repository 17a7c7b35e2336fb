import { type Answer, defineSurge, type Person, pause, ramp, rush, syntheticPeople, type User } from '../../surgeproof.ts';

const WORDS = ['모집', '공고', '행사', '지원금', '채용'] as const;

/** An announcement sends people to the notice board: most look something up, some ask a question below the notice. */
export default defineSurge({
  name: 'board',
  title: 'Notice board after an announcement',
  target: { service: 'board' },
  accounts: syntheticPeople(),
  steps: {
    login: { p50: '100 ms', p95: '400 ms' },
    notices: { p50: '40 ms', p95: '150 ms' },
    notice: { p50: '40 ms', p95: '150 ms' },
    search: { p50: '100 ms', p95: '400 ms' },
    comment: { p50: '60 ms', p95: '200 ms' },
  },
  journeys: {
    'look-up': {
      share: '70 %',
      async run(user) {
        const bearer = await logIn(user);
        await user.get('notices', '/notices', { bearer, query: { page: 1 } });
        await user.think('4 s');
        const query = { word: WORDS[Math.floor(user.random() * WORDS.length)] ?? WORDS[0] };
        const id = await user.get('search', '/search', { bearer, query, read: (answer) => answer.number('notices.0.id') });
        await user.think('3 s');
        await user.get('notice', `/notices/${id}`, { bearer });
      },
    },
    question: {
      share: '30 %',
      async run(user) {
        const bearer = await logIn(user);
        const newest = { bearer, query: { page: 1 }, read: (answer: Answer) => answer.number('notices.0.id') };
        const id = await user.get('notices', '/notices', newest);
        const { etag } = await user.get('notice', `/notices/${id}`, { bearer, read: (answer) => ({ etag: answer.header('etag') ?? '' }) });
        await user.think('8 s');
        await user.post('comment', `/notices/${id}/comments`, { bearer, json: { text: 'When does it begin?' }, key: user.newKey() });
        await user.get('notice', `/notices/${id}`, { bearer, headers: { 'if-none-match': etag }, expect: [200, 304] });
      },
    },
  },
  profiles: {
    smoke: { arrivals: [ramp('10/s', '60/s', { for: '15 s' }), pause('3 s')], warmUp: '2 s', thinkScale: 0.1, service: { nodes: 1 } },
    lab: { arrivals: [ramp('5/s', '40/s', { for: '30 s' }), rush(1_500, { within: '40 s' })], warmUp: '10 s', service: { nodes: 2 } },
  },
});

type Visitor = Pick<User<'login', Person>, 'account' | 'post'>;

function logIn(visitor: Visitor): Promise<string> {
  const { user, pin } = visitor.account;
  return visitor.post('login', '/login', { json: { user, pin }, safeToRepeat: true, read: (answer) => answer.text('token') });
}
