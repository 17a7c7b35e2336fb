import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('__ENV', {});
const { settingsOf } = await import('../../../engine/settings/env.ts');

describe('settings', () => {
  it('are those of a smoke run at the local target when nothing is said', () => {
    expect(settingsOf({})).toEqual({
      ...{ profile: 'smoke', profileJson: null, seed: 1, app: 'http://127.0.0.1:8081', waitingRoom: 'http://127.0.0.1:8080' },
      ...{ people: null, startedAt: null, managed: false, log: true, stop: null },
    });
  });

  it('follow the environment', () => {
    const env = {
      SURGEPROOF_PROFILE: 'lab',
      SURGEPROOF_SEED: '42',
      SURGEPROOF_APP: 'http://127.0.0.1:9/',
      SURGEPROOF_WAITING: 'https://room.example/base//',
      SURGEPROOF_PEOPLE: '/tmp/people.json',
      SURGEPROOF_STARTED_AT: '1800000000000',
      SURGEPROOF_MANAGED: '1',
      SURGEPROOF_LOG: 'off',
      SURGEPROOF_STOP: 'http://127.0.0.1:10/stop',
    };
    expect(settingsOf(env)).toEqual({
      ...{ profile: 'lab', profileJson: null, seed: 42, app: 'http://127.0.0.1:9', waitingRoom: 'https://room.example/base' },
      ...{ people: '/tmp/people.json', startedAt: 1_800_000_000_000, managed: true, log: false, stop: 'http://127.0.0.1:10/stop' },
    });
  });

  it.each([
    [{ SURGEPROOF_PROFILE: 'huge' }, 'SURGEPROOF_PROFILE: must be one of smoke, lab, full, got "huge"'],
    [{ SURGEPROOF_SEED: '-1' }, 'SURGEPROOF_SEED: must be a whole number, got "-1"'],
    [{ SURGEPROOF_APP: 'localhost' }, 'SURGEPROOF_APP: must be a URL that starts with http:// or https://, got "localhost"'],
    [{ SURGEPROOF_PROFILE_JSON: '{' }, 'SURGEPROOF_PROFILE_JSON: must be JSON, got "{"'],
    [{ SURGEPROOF_PROFILE_JSON: '3' }, 'SURGEPROOF_PROFILE_JSON'],
  ])('refuse %j with a sentence', (env, sentence) => {
    expect(() => settingsOf(env)).toThrow(sentence);
  });
});
