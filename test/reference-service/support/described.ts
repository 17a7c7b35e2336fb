import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Reply } from './ask.ts';

interface Operation {
  readonly responses: Record<string, { readonly content?: { readonly 'application/json': { readonly schema: object } } }>;
}

/** An OpenAPI document, as far as tests look into it. */
export type Description = { readonly openapi: string; readonly paths: Record<string, Record<string, Operation>> };

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

/** Problems of an answer against what the description promises for its path, method and status. */
export function problemsOf(
  document: Description,
  method: string,
  path: string,
  { status, body }: Pick<Reply, 'status' | 'body'>,
): string[] {
  const schema = document.paths[path]?.[method]?.responses[status]?.content?.['application/json'].schema;
  if (schema === undefined) return [`${method} ${path}: ${status} is not described`];
  return ajv.validate(schema, body) ? [] : [`${method} ${path} ${status}: ${ajv.errorsText()}`];
}
