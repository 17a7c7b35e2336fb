import { textOf } from '../support/answer.ts';
import type { User } from '../support/user.ts';
import { login } from './login.ts';

/** Logs in, and registers a card; then looks whether the money is there. */
export async function registerCard(user: User): Promise<void> {
  const { person } = user;

  await login(user);

  await user.think('register-card');
  await user.request('register-card', {
    method: 'POST',
    path: '/cards',
    body: { card: person.card, issuer: person.issuer, key: user.newKey() },
    expect: ({ body }) => textOf(body.card),
  });

  await user.request('balance', {
    path: '/balance',
    expect: ({ body }) => (typeof body.balance === 'number' ? 'seen' : null),
  });
}
