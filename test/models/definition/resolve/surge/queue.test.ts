import { expect, it } from 'vitest';
import { ROOM, resolved, sentences, smallest } from '../resolved.ts';

const limits = {
  maxInversionShare: '0.2 %',
  minKendallTau: 0.9,
  maxLostPlaces: 3,
  maxAbandonedShare: '10 %',
  maxAnnouncedError: '150 %',
  minAnnouncedShare: '80 %',
  announcedGrace: '10 s',
  longestWait: '10 min',
  laneDifference: '30 s',
};

it('takes every limit of the surge, the rest from k6.config.ts', () => {
  const numbers = { maxInversionShare: 0.002, minKendallTau: 0.9, maxLostPlaces: 3, maxAbandonedShare: 0.1, maxAnnouncedError: 1.5 };
  expect(resolved({ ...smallest, queue: limits }, { target: ROOM }).configuration.queue).toEqual({
    ...numbers,
    minAnnouncedShare: 0.8,
    announcedGraceSeconds: 10,
    longestWait: 600_000,
    laneDifference: 30_000,
    source: 'surge file',
    kind: 'stated',
  });
  const config = { defaults: { queue: { maxLostPlaces: 7, source: 'contract', kind: 'derived' } } };
  const queue = { maxAbandonedShare: '10 %' };
  expect(resolved({ ...smallest, queue }, { target: ROOM, config }).configuration.queue).toMatchObject({
    maxLostPlaces: 7,
    maxAbandonedShare: 0.1,
  });
  expect(resolved(smallest, { target: ROOM, config }).configuration.queue).toMatchObject({ source: 'contract', kind: 'derived' });
});

it('takes a waiting room that announces no waits', () => {
  const queue = { minAnnouncedShare: null };
  expect(resolved({ ...smallest, queue }, { target: ROOM }).configuration.queue).toMatchObject({ minAnnouncedShare: null, kind: 'stated' });
});

it('refuses what is no limit', () => {
  expect(sentences({ ...smallest, queue: { minKendallTau: 2, announcedGrace: 5, kind: 'guessed', maxLost: 1 } })).toEqual([
    'queue.maxLost: must be one of the fields maxInversionShare, minKendallTau, maxLostPlaces, maxAbandonedShare, maxAnnouncedError, minAnnouncedShare, announcedGrace, longestWait, laneDifference, source, kind, got maxLost',
    'queue.minKendallTau: must be a number at least -1 and at most 1, got 2',
    'queue.announcedGrace: must be a time such as 400 ms or 3 min, got 5',
    'queue.kind: must be one of stated, measured, derived, assumed, got "guessed"',
  ]);
});
