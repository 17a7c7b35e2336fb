import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connectLedger } from '../../../../reference-service/onnuri/ledger/ledger.ts';
import { auditOf, corrupt, login, registration, story, storyServer, violated } from './made-story.ts';

storyServer();

describe('whose cards and sessions they are', () => {
  it.each([
    ['a card that is not stored', `delete from cards`, { 'card-kept': 1 }],
    ['a card stored for another user', `update cards set account = 9`, { 'card-kept': 1 }],
    ['a card stored under another number', `update cards set id = default`, { 'card-kept': 1 }],
    [
      'a card stored twice',
      `insert into cards (key, account, digest, identified_at) select 'again', account, digest, identified_at from cards`,
      { 'card-has-attempt': 1 },
    ],
    ['a card stored without an identity', `update cards set identified_at = null`, { 'card-after-identity': 1 }],
    [
      'a card stored before the identity was confirmed',
      `update cards set identified_at = stored_at + interval '2 s'`,
      { 'card-after-identity': 1 },
    ],
    [
      'a session without a ticket',
      'update sessions set ticket = null where account = 1',
      { 'admission-has-ticket': 1, 'session-belongs-to-person': 1, 'login-kept': 1 },
    ],
    [
      'a ticket nobody was given',
      'update sessions set ticket = 99 where account = 2',
      { 'admission-has-ticket': 1, 'session-belongs-to-person': 1, 'login-kept': 1 },
    ],
    [
      'a lane the ticket is not of',
      `update sessions set lane = 'vip' where account = 2`,
      { 'admission-has-ticket': 1, 'session-belongs-to-person': 1, 'login-kept': 1 },
    ],
    [
      'a ticket that two users share',
      `update sessions set ticket = 7 where account = 2`,
      { 'admission-has-ticket': 1, 'session-belongs-to-person': 1, 'login-kept': 1 },
    ],
    [
      'a session opened for another user',
      `update sessions set account = 9 where account = 1`,
      { 'session-belongs-to-person': 1, 'login-kept': 1 },
    ],
    ['a session that is lost', `delete from sessions where account = 1`, { 'login-kept': 1 }],
    ['all sessions lost', `delete from sessions`, { 'login-kept': 3 }],
  ])('fails on %s', async (_, sql, expected) => {
    const told = await story();
    await corrupt(told, sql);
    expect(violated(await auditOf(told))).toEqual(expected);
  });

  it('fails on a card of a person who had confirmed nothing', async () => {
    const told = await story();
    const journal = told.journal.map((entry) => (entry.key === 'card' ? { ...entry, facts: { identified: false } } : entry));
    expect(violated(await auditOf({ ...told, journal }))).toEqual({ 'card-after-identity': 1 });
  });

  it('takes a second login of a person, one without an answer, and a second card for what they are', async () => {
    const told = await story();
    const ledger = connectLedger(told.databaseUrl, 1, () => {});
    await ledger.openSession({ id: randomUUID(), user: 1 }, 'payment', 7);
    await ledger.openSession({ id: randomUUID(), user: 6 }, 'payment', 9);
    const second = await ledger.registerCard(4, 'card-2', 'digest', Date.now());
    await ledger.close();
    told.journal.push({ ...login(6, 'payment', 9), status: 'unknown' }, { ...login(7, 'payment', 10), status: 'unknown' });
    told.journal.push(registration(4, 'card-2', second.status === 'registered' ? second.card : ''));
    told.admissions.push({ lane: 'payment', ticket: 9 }, { lane: 'payment', ticket: 10 });
    expect(violated(await auditOf(told))).toEqual({});
  });
});
