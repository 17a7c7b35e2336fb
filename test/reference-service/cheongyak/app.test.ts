import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Applicant } from '../../../models/people/applicant.ts';
import type { RunningApp } from '../../../reference-service/shared/app/start-app.ts';
import { clientOf, loggedIn } from './client.ts';
import { testApp, testRegister } from './register-part.ts';
import { thePeople } from './signed.ts';

let register: Awaited<ReturnType<typeof testRegister>>;
let app: RunningApp;
let sound: Applicant[];
let people: Applicant[];

beforeAll(async () => {
  [register, people] = await Promise.all([testRegister(), thePeople()]);
  sound = people.filter(({ fault }) => fault === null);
  app = await testApp(register.databaseUrl);
});

afterAll(async () => {
  await app?.close();
  await register?.stop();
});

describe('a login by certificate', () => {
  it('needs a signature over a challenge that is used up by it', async () => {
    const client = clientOf(app.url, sound[0]!);
    const challenge = await client.challenge();
    expect(await client.logIn('0'.repeat(32))).toMatchObject({ status: 422, body: { error: 'unknown-challenge', owner: 'user' } });
    expect(await client.logIn(challenge)).toMatchObject({ status: 200, cookie: expect.stringContaining('sid=') });
    expect(await client.logIn(challenge)).toMatchObject({ status: 422, body: { error: 'unknown-challenge' } });
  });

  it.each(['expired', 'revoked', 'corrupt', 'wrong-identity'])('is refused with a certificate that is %s', async (fault) => {
    const client = clientOf(app.url, people.find((one) => one.fault === fault)!);
    const { status, body } = await client.logIn(await client.challenge());
    expect([status, body.error]).toEqual([422, fault === 'corrupt' ? 'not-issued-here' : fault]);
    expect((await client.eligibility()).status).toBe(401);
  });
});

describe('an application', () => {
  it('gets a receipt that can be looked up, and the same one when it is sent again', async () => {
    const client = await loggedIn(app.url, sound[1]!);
    const { form, nonce } = await client.draft();
    const first = await client.submit(form, nonce, 'key-1');
    expect(first).toMatchObject({ status: 200, body: { status: 'accepted', receipt: expect.stringMatching(/^A-\d{10}$/) } });
    expect((await client.submit(form, nonce, 'key-1')).body).toEqual(first.body);
    expect((await client.receipt(String(first.body.receipt))).status).toBe(200);
    expect((await (await loggedIn(app.url, sound[2]!)).receipt(String(first.body.receipt))).status).toBe(404);
  });

  it('is refused with another text, a foreign form, a used form and a second one for the complex', async () => {
    const [client, other] = [await loggedIn(app.url, sound[3]!), await loggedIn(app.url, sound[4]!)];
    const { form, nonce } = await client.draft();
    expect((await client.submit(form.replace('84A', '84B'), nonce, 'key-2')).body.error).toBe('other-content');
    expect((await other.submit(form, nonce, 'key-3')).body.error).toBe('no-form');
    expect((await client.submit(form, nonce, 'key-4')).status).toBe(200);
    expect(await client.submit(form, nonce, 'key-5')).toMatchObject({ status: 409, body: { error: 'duplicate' } });
    const second = await client.draft();
    expect(await client.submit(second.form, second.nonce, 'key-6')).toMatchObject({ status: 409, body: { error: 'duplicate' } });
    const elsewhere = await client.draft(4);
    expect((await client.submit(elsewhere.form, elsewhere.nonce, 'key-4')).body.error).toBe('key-reused');
  });

  it('that comes after the close is refused, and noted with its cause', async () => {
    const closing = await testApp(register.databaseUrl, { closesAfter: 0.2 });
    try {
      const client = await loggedIn(closing.url, sound[5]!);
      const { form, nonce } = await client.draft();
      const closesInMs = Number((await client.notice()).body.closesInMs);
      expect(closesInMs > 0 && closesInMs <= 200).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(await client.submit(form, nonce, 'key-7')).toMatchObject({ status: 410, body: { error: 'closed', owner: 'user' } });
      expect(await register.ask(`select outcome, owner from attempts where key = 'key-7'`)).toEqual([{ outcome: 'closed', owner: 'user' }]);
    } finally {
      await closing.close();
    }
  });
});
