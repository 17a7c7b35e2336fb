import { describe, expect, it } from 'vitest';
import { openApiSurge } from '../../../../scripts/init/openapi/openapi-surge.ts';
import { operationsOf } from '../../../../scripts/init/openapi/operations.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { layoutFaults, resolvedText, uncommented } from '../made-surge.ts';

const surgeOf = (document: object, title = 'Shop') =>
  openApiSurge({ name: 'shop', target: 'http://127.0.0.1:3000', title, operations: operationsOf(document as never), peak: 50 });
const stepsOf = async (text: string): Promise<string[]> => (await resolvedText(text)).surge.steps.map(({ name }) => name);

const Pet = {
  type: 'object',
  properties: {
    id: { type: 'integer', readOnly: true },
    name: { type: 'string', minLength: 9 },
    mother: { $ref: '#/components/schemas/Pet' },
  },
};
const petStore = {
  openapi: '3.1.0',
  security: [{ login: [] }],
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        summary: 'List the pets',
        parameters: [
          { $ref: '#/components/parameters/limit' },
          { name: 'colour', in: 'query', schema: { type: 'string' } },
          { name: 'x-shop', in: 'header', required: true, schema: { enum: ['north', 'south'] } },
        ],
      },
      post: {
        operationId: 'createPet',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
      },
    },
    '/pets/{petId}': {
      parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' }, example: 'a b/c' }],
      get: { security: [] },
      put: { requestBody: { content: { 'application/x-www-form-urlencoded': { example: { name: 'Bello', tags: ['a', 'b'] } } } } },
      delete: {},
    },
  },
  components: {
    parameters: { limit: { name: 'limit', in: 'query', required: true, schema: { type: ['null', 'integer'], minimum: 10 } } },
    schemas: { Pet },
    securitySchemes: { login: { type: 'http', scheme: 'Bearer' } },
  },
};

/** Every text of a document that reaches the file, each trying to end what it stands in. */
const HOSTILE = `'"\`\${globalThis.broken = 1}\\*/ // \r\n\u2028\u2029}; throw new Error('ran'); \u202e\ud800`;
const hostile = {
  openapi: '3.0.3',
  security: [{ [HOSTILE]: [] }],
  paths: {
    [`/${HOSTILE}/{${HOSTILE}}`]: {
      get: {
        operationId: HOSTILE,
        summary: HOSTILE,
        parameters: [
          { name: HOSTILE, in: 'path', required: true, example: HOSTILE },
          { name: HOSTILE, in: 'query', required: true, example: HOSTILE },
          { name: '__proto__', in: 'query', required: true, example: [HOSTILE] },
          { name: 'x', in: 'header', required: true, example: { [HOSTILE]: HOSTILE } },
        ],
      },
      post: {
        operationId: HOSTILE,
        requestBody: {
          content: { 'application/json': { example: JSON.parse(`{"__proto__":{"a":1},${JSON.stringify(HOSTILE)}:[null]}`) } },
        },
      },
    },
  },
  components: { securitySchemes: { [HOSTILE]: { type: 'oauth2' } } },
};

describe('openApiSurge', () => {
  const { text, active, ready } = surgeOf(petStore);

  it('sends the GET operations and keeps the others ready', async () => {
    expect([active, ready]).toEqual([2, 3]);
    expect(await stepsOf(text)).toEqual(['list-pets', 'pets-pet-id']);
  });

  it('fills in what a request cannot do without, and says where the values are from', () => {
    expect(text).toContain(`// With limit (made up), x-shop (default of the document)
        await user.get('list-pets', '/pets', { bearer: env('TOKEN'), query: { limit: 10 }, headers: { 'x-shop': 'north' } });`);
    expect(text).toContain(`// With petId (example of the document)
        await user.get('pets-pet-id', '/pets/a%20b%2Fc');`);
  });

  it('makes bodies of the example or the schema, which may contain itself', () => {
    expect(text).toContain("// await user.post('create-pet', '/pets', { bearer: env('TOKEN'), json: { name: 'examplexx' } });");
    expect(text).toContain("form: { name: 'Bello', tags: 'a,b' } });");
  });

  it('is sound with all operations turned into code', async () => {
    const steps = ['list-pets', 'pets-pet-id', 'create-pet', 'put-pets-pet-id', 'delete-pets-pet-id'];
    expect(await stepsOf(uncommented(text))).toEqual(steps);
  });

  it('sends at most 20 operations, and keeps the rest ready', async () => {
    const paths = Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`/page${i}`, { get: {} }]));
    const made = surgeOf({ openapi: '3.0.0', paths });
    expect([made.active, made.ready, (await stepsOf(made.text)).length]).toEqual([20, 3, 20]);
    expect(await stepsOf(uncommented(made.text))).toHaveLength(23);
  });

  it('lets no text of a document out of its string or comment', async () => {
    const made = surgeOf(hostile, HOSTILE).text;
    expect(made).not.toMatch(/[\r\u2028\u2029\u202e\ud800]/);
    for (const code of [made, uncommented(made)]) {
      const { surge } = await resolvedText(code);
      expect(surge.steps[0]!.name).toBe('global-this-broken-1-throw-new-error-ran');
    }
    expect(globalThis).not.toHaveProperty('broken');
    expect(uncommented(made)).toContain("['__proto__']: { a: 1 }");
  });

  it('lays files out as Biome does', () => {
    const long = { ...petStore.paths['/pets'].get, operationId: 'l'.repeat(40), parameters: [] as object[] };
    for (let i = 0; i < 9; i++) long.parameters.push({ name: `parameter${i}`, in: 'query', required: true, example: 'value'.repeat(i) });
    const paths = { '/long': { get: long }, [`/${'x'.repeat(90)}`]: { get: long }, [`/${'y'.repeat(150)}`]: { get: { summary: `'"` } } };
    const texts = [petStore, hostile, { paths }].map((document) => surgeOf(document).text);
    expect(layoutFaults(temporaryFolder(), [...texts, ...texts.map(uncommented)])).toBe('');
  });
});
