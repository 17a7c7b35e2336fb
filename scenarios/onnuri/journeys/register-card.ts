import type { User } from '../../../engine/journeys/user.ts';
import { textOf } from '../../../engine/users/answer.ts';
import { login } from './login.ts';

/** Logs in, and registers a card; then looks whether the money is there. */
export async function registerCard(user: User): Promise<void> {
  await login(user);

  await user.think('register-card');
  const { card, issuer } = user.person;
  await user.request('register-card', {
    method: 'POST',
    path: '/cards',
    body: { card, issuer, key: user.newKey() },
    expect: ({ body }) => textOf(body.card),
  });

  await user.request('balance', {
    path: '/balance',
    expect: ({ body }) => (typeof body.balance === 'number' ? 'seen' : null),
  });
}
