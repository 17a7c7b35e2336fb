import { describe, expect, it } from 'vitest';
import { jsonRedactor, redactor } from '../../../scripts/rehearse/redact.ts';
import { resolveSecrets, secretsIn } from '../../../scripts/rehearse/secrets.ts';

const secrets = { TOKEN: 'abcd"1234', LONGER: 'abcd"1234-and-more', PIN: '12' };

describe('redactor', () => {
  it('puts names in place of values, the longer one first', () => {
    expect(redactor(secrets)('got abcd"1234-and-more, then abcd"1234')).toBe('got {{env:LONGER}}, then {{env:TOKEN}}');
  });

  it('leaves values alone that are too short to mean anything', () => expect(redactor(secrets)('12 people')).toBe('12 people'));
});

describe('jsonRedactor', () => {
  it('looks at texts only, so that numbers stay as they are', () => {
    const redact = jsonRedactor({ PIN: '1234' });
    expect(redact('{"n":1234,"body":"pin 1234","deep":[["1234"]]}')).toBe('{"n":1234,"body":"pin {{env:PIN}}","deep":[["{{env:PIN}}"]]}');
  });

  it('finds values with characters that JSON escapes', () => {
    expect(jsonRedactor(secrets)(JSON.stringify({ body: 'abcd"1234' }))).toBe('{"body":"{{env:TOKEN}}"}');
  });

  it('keeps a line without secrets as it is, and a broken one readable', () => {
    expect(jsonRedactor(secrets)('{"odd":  1}')).toBe('{"odd":  1}');
    expect(jsonRedactor({ A: 'secret' })('{"cut":"secre secret')).toBe('{"cut":"secre {{env:A}}');
  });
});

describe('resolveSecrets', () => {
  it('takes the values that are set, each name once', () => {
    expect(resolveSecrets(['A_KEY', 'A_KEY'], { A_KEY: 'long' })).toEqual({ secrets: { A_KEY: 'long' }, problems: [] });
  });

  it('refuses a value that is too short to be taken out of a report', () => {
    const { secrets: kept, problems } = resolveSecrets(['PIN'], { PIN: '123' });
    expect([kept, problems]).toEqual([
      {},
      [
        'environment variable PIN: must have at least 4 characters, since a shorter secret cannot be kept out of the report, got 3; take a longer one',
      ],
    ]);
  });

  it.each([
    'K6_VUS',
    'K6_DURATION',
    'k6_iterations',
    'SURGEPROOF_URL',
    'SURGEPROOF_SEED',
    'HTTP_PROXY',
    'https_proxy',
    'GOMEMLIMIT',
    'SSL_CERT_FILE',
    'PATH',
    'HOME',
  ])('refuses a secret named %s, which would change the load in silence', (name) =>
    expect(resolveSecrets([name], { [name]: 'value' })).toEqual({
      secrets: {},
      problems: [expect.stringContaining('choose another name')],
    }),
  );

  it.each(['HTTP_PROXY_KEY', 'PATH_KEY', 'MY_K6_KEY', 'HOMEPAGE', 'LOAD_TEST_KEY'])('takes a secret named %s', (name) =>
    expect(resolveSecrets([name], { [name]: 'value' }).problems).toEqual([]),
  );

  it('says all that are missing, with the name that was probably meant', () => {
    const { problems } = resolveSecrets(['SHOP_TOKEN', 'OTHER', 'no name'], { SHOP_TOKN: 'x', OTHER: '' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toContain("asks for env('SHOP_TOKEN'), got nothing; did you mean SHOP_TOKN?");
  });

  it('finds references anywhere in a value', () => {
    expect(secretsIn({ a: ['x {{env:ONE}}'], b: { c: '{{env:TWO}}' } })).toEqual(['ONE', 'TWO']);
  });
});
