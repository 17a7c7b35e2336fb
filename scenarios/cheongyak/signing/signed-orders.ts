import type { Applicant } from '../../../models/people/applicant.ts';
import { constant, defineSurge, issuedByService } from '../../../surgeproof.ts';
import { signMessage } from './sign-message.ts';

/** As long as the form of an application. */
const FORM = 'line=0123456789abcdef0123456789abcdef0123456789abcdef0123456789\n'.repeat(32);

/** What `npm run bench -- signed` runs, in place of its five steps: everybody signs a form of 2 kB, and sends it. */
export default defineSurge({
  name: 'five-steps',
  target: { service: 'cheongyak' },
  accounts: issuedByService<Applicant>(),
  steps: { order: {} },
  lanes: { main: { cost: 1 } },
  journeys: {
    buy: {
      share: 1,
      lane: 'main',
      async run(user) {
        await user.post('order', '/orders', {
          bytes: await signMessage(`${FORM}person=${user.number}\n`, user.account),
          headers: { 'content-type': 'application/pkcs7-mime' },
          key: user.newKey(),
          read: (answer) => answer.text('id'),
        });
      },
    },
  },
  profiles: { bench: { arrivals: [constant('1/s', { for: '10 s' })] } },
});
