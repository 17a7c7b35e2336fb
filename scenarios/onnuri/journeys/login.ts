import type { User } from '../../../engine/journeys/user.ts';
import { textOf } from '../../../engine/users/answer.ts';
import type { Person } from '../../../models/people/person.ts';

/** Opens the app and logs in; a person whom the service sends there confirms who they are by a code first. */
export async function login(user: User): Promise<void> {
  await openApp(user);

  await user.think('login');
  const next = await user.request('login', {
    method: 'POST',
    path: '/login',
    body: credentialsOf(user.person),
    expect: ({ status, body }) => (status === 200 ? textOf(body.next) : null),
  });
  if (next !== 'identity') return;

  await user.think('identity-send');
  const sent = await user.request('identity-send', {
    method: 'POST',
    path: '/identity/send',
    body: { ...addressOf(user.person), method: 'SMS' },
    expect: ({ body }) => {
      const [request, code] = [textOf(body.request), textOf(body.code)];
      return request !== null && code !== null ? { request, code } : null;
    },
  });

  await user.think('identity-confirm');
  await user.request('identity-confirm', {
    method: 'POST',
    path: '/identity/confirm',
    body: sent,
    expect: ({ body }) => (body.verified === true ? 'verified' : null),
  });
}

/** The app checks its version. A pass that ran out on the way means to queue once more, as in life. */
async function openApp(user: User): Promise<void> {
  for (;;) {
    const answer = await user.request('open-app', {
      path: '/app/version',
      expect: ({ status, body }) => (status === 403 && body.error === 'pass-expired' ? 'too late' : textOf(body.version)),
    });
    if (answer !== 'too late') return;
    await user.waitInLine();
  }
}

const credentialsOf = ({ user, pin }: Person) => ({ user, pin });
const addressOf = ({ carrier, phone }: Person) => ({ carrier, phone });
