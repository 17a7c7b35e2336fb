import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../../../scripts/init/openapi/operations.ts';

describe('operationsOf', () => {
  const bodyOf = (schema: object, schemas: object = {}) =>
    operationsOf({
      paths: { '/x': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
      components: { schemas },
    })[0]!.body?.value;

  it('makes up values that fit a schema', () => {
    expect(
      bodyOf({ allOf: [{ properties: { a: { type: 'integer', exclusiveMinimum: 4 } } }, { properties: { b: { type: 'boolean' } } }] }),
    ).toEqual({ a: 5, b: true });
    expect(bodyOf({ oneOf: [{ type: 'array', items: { type: 'number', maximum: 0.5 } }] })).toEqual([0.5]);
    expect(bodyOf({ type: 'string', maxLength: 3 })).toBe('exa');
    expect(bodyOf({ examples: ['first'] })).toBe('first');
  });

  it('ends with schemas that name each other, lead nowhere or grow without end', () => {
    const wide = (next: string) => ({
      properties: Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, { $ref: `#/components/schemas/${next}` }])),
    });
    const schemas = {
      a: { $ref: '#/components/schemas/b' },
      b: { $ref: '#/components/schemas/a' },
      w: wide('x'),
      x: wide('y'),
      y: wide('z'),
      z: wide('v'),
      v: wide('u'),
      u: {},
    };
    expect(bodyOf({ $ref: '#/components/schemas/a' }, schemas)).toBe('example');
    expect(bodyOf({ $ref: 'other.yaml#/Pet' })).toBe('example');
    expect(JSON.stringify(bodyOf({ $ref: '#/components/schemas/w' }, schemas)).length).toBeLessThan(5_000);
  });

  it('asks for a token only where every way to sign in has one', () => {
    const security = (...ways: object[]) =>
      operationsOf({
        paths: { '/x': { get: { security: ways } } },
        components: { securitySchemes: { b: { type: 'http', scheme: 'bearer' }, k: { type: 'apiKey' } } },
      })[0]!.bearer;
    expect([security({ b: [] }), security({ b: [] }, {}), security({ k: [] }), security()]).toEqual([true, false, false, false]);
  });
});
