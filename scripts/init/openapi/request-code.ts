import { type Code, call, type Field, literal, quoted, remark } from '../templates/code.ts';
import type { Operation, Parameter } from './operations.ts';
import { fieldsOf } from './references.ts';

/** A value in a path, a query or a header; lists are joined as in a form. */
function simple(value: unknown): string | number | boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (Array.isArray(value)) return value.map(simple).join(',');
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

const NOT_IN_A_PATH = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu;
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** The path of a request with its parameters filled in. */
function filled({ path, parameters }: Operation): string {
  const values = new Map(parameters.filter(({ place }) => place === 'path').map(({ name, value }) => [name, value]));
  return path
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(NOT_IN_A_PATH, encoded);
      return encoded(String(simple(values.get(part.slice(1, -1)) ?? 'example')));
    })
    .join('');
}

function fieldsFor(parameters: readonly Parameter[], place: Parameter['place'], value: (one: unknown) => Code): Code | null {
  const fields = parameters.filter((one) => one.place === place).map((one): Field => [one.name, value(one.value)]);
  return fields.length === 0 ? null : { fields };
}

/** Fields of a form hold no objects. */
const formFields = (value: unknown): Code => ({
  fields: Object.entries(fieldsOf(value) ?? {}).map(([name, one]): Field => [name, literal(simple(one))]),
});

function askOf({ parameters, body, bearer }: Operation): Code | null {
  const given: [name: string, value: Code | null][] = [
    ['bearer', bearer ? "env('TOKEN')" : null],
    ['query', fieldsFor(parameters, 'query', (value) => literal(simple(value)))],
    ['headers', fieldsFor(parameters, 'header', (value) => quoted(String(simple(value))))],
  ];
  if (body !== null) given.push([body.kind, body.kind === 'json' ? literal(body.value) : formFields(body.value)]);
  const fields = given.flatMap(([name, value]): Field[] => (value === null ? [] : [[name, value]]));
  return fields.length === 0 ? null : { fields };
}

const FROM = { example: 'example of the document', default: 'default of the document', 'made up': 'made up' } as const;

/** A line that says where the values of the parameters are from; null when there are none. */
export function parameterRemark({ path, parameters }: Operation): string | null {
  const undeclared = [...path.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name]) => name!)
    .filter((name) => !parameters.some((one) => one.place === 'path' && one.name === name));
  const said = [
    ...parameters.map(({ name, from }) => `${name} (${FROM[from]})`),
    ...undeclared.map((name) => `${name} (${FROM['made up']})`),
  ];
  return said.length === 0 ? null : remark(`With ${said.join(', ')}`);
}

/** The request of an operation as a statement of a journey. */
export function requestCode(operation: Operation, step: string, indent: number): string {
  const ask = askOf(operation);
  return call(`await user.${operation.method}`, [quoted(step), quoted(filled(operation)), ...(ask === null ? [] : [ask])], indent);
}
