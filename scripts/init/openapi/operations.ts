import { type Deref, dereferenced, type Fields, fieldsOf, own } from './references.ts';
import { type Sample, sampleOf } from './sample-value.ts';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** A parameter that a request cannot do without. */
export interface Parameter extends Sample {
  readonly name: string;
  readonly place: 'path' | 'query' | 'header';
}

export interface Operation {
  readonly method: Method;
  /** As the document writes it, with `{names}`. */
  readonly path: string;
  readonly id: string | null;
  readonly summary: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly kind: 'json' | 'form'; readonly value: unknown } | null;
  /** It wants a token, sent as `authorization: Bearer …`. */
  readonly bearer: boolean;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function parametersOf(item: Fields, operation: Fields, deref: Deref): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const given of [...listOf(own(item, 'parameters')), ...listOf(own(operation, 'parameters'))]) {
    const fields = deref(given);
    const [name, place] = [own(fields, 'name'), own(fields, 'in')];
    if (fields === null || typeof name !== 'string') continue;
    if (place !== 'path' && !((place === 'query' || place === 'header') && own(fields, 'required') === true)) continue;
    const content = Object.values(fieldsOf(own(fields, 'content')) ?? {})[0];
    found.set(`${place} ${name}`, { name, place, ...sampleOf(deref(content) ?? fields, deref) });
  }
  return [...found.values()];
}

function bodyOf(operation: Fields, deref: Deref): Operation['body'] {
  const content = Object.entries(fieldsOf(own(deref(own(operation, 'requestBody')), 'content')) ?? {});
  const of = (pattern: RegExp): Fields | null => deref(content.find(([type]) => pattern.test(type))?.[1]);
  const json = of(/^application\/(.+\+)?json\b/i);
  if (json !== null) return { kind: 'json', value: sampleOf(json, deref).value };
  const form = of(/^application\/x-www-form-urlencoded\b/i);
  return form === null ? null : { kind: 'form', value: sampleOf(form, deref).value };
}

/** Whether every way to sign in that an operation knows has a bearer token in it. */
function wantsBearer(root: Fields, operation: Fields, deref: Deref): boolean {
  const ways = listOf(own(operation, 'security') ?? own(root, 'security'));
  const schemes = fieldsOf(own(fieldsOf(own(root, 'components')), 'securitySchemes'));
  const isBearer = (name: string): boolean => {
    const scheme = deref(own(schemes, name));
    const type = own(scheme, 'type');
    return type === 'oauth2' || type === 'openIdConnect' || (type === 'http' && /^bearer$/i.test(String(own(scheme, 'scheme'))));
  };
  return ways.length > 0 && ways.every((way) => Object.keys(fieldsOf(way) ?? {}).some(isBearer));
}

/** The operations of a document that a user can make, in its order. */
export function operationsOf(root: Fields): Operation[] {
  const deref = dereferenced(root);
  return Object.entries(fieldsOf(own(root, 'paths')) ?? {}).flatMap(([path, given]) => {
    const item = path.startsWith('/') ? deref(given) : null;
    if (item === null) return [];
    return METHODS.flatMap((method) => {
      const operation = fieldsOf(own(item, method));
      if (operation === null) return [];
      return {
        method,
        path,
        id: textOrNull(own(operation, 'operationId')),
        summary: textOrNull(own(operation, 'summary')),
        parameters: parametersOf(item, operation, deref),
        body: bodyOf(operation, deref),
        bearer: wantsBearer(root, operation, deref),
      };
    });
  });
}
