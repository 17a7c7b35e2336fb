import { type Deref, type Fields, fieldsOf, own } from './references.ts';

/** A value for a parameter or a body, and where it is from. */
export interface Sample {
  readonly value: unknown;
  readonly from: 'example' | 'default' | 'made up';
}

/** Limits of a made-up value. */
const DEEPEST = 6;
const MOST_VALUES = 200;
/** Characters of an example as JSON; a longer one is no help in a file to be read. */
const LONGEST_EXAMPLE = 4_000;
const MOST_PROPERTIES = 20;
const LONGEST_PAD = 40;

/** Of RFC 3339 and RFC 4122; addresses of RFC 2606 and RFC 5737. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  time: '00:00:00Z',
  uuid: '00000000-0000-4000-8000-000000000000',
  email: 'person@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  byte: 'ZXhhbXBsZQ==',
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** A value that the document gives; undefined when it is too long, or, by an alias of YAML, lies in itself. */
function usable(value: unknown): unknown {
  try {
    return JSON.stringify(value).length <= LONGEST_EXAMPLE ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The example, or the first of `examples`: a list in a schema, objects by name beside one. */
function firstExample(fields: Fields | null, deref: Deref): unknown {
  const examples = own(fields, 'examples');
  const first = Array.isArray(examples) ? examples[0] : own(deref(Object.values(fieldsOf(examples) ?? {})[0]), 'value');
  return usable(own(fields, 'example')) ?? usable(first);
}

function madeText(schema: Fields): string {
  const format = own(schema, 'format');
  const known = typeof format === 'string' && Object.hasOwn(BY_FORMAT, format) ? BY_FORMAT[format] : undefined;
  if (known !== undefined) return known;
  const least = numberOf(own(schema, 'minLength')) ?? 0;
  const most = numberOf(own(schema, 'maxLength')) ?? Number.POSITIVE_INFINITY;
  return 'example'.padEnd(Math.min(least, LONGEST_PAD), 'x').slice(0, Math.max(0, most));
}

function madeNumber(schema: Fields, whole: boolean): number {
  const above = numberOf(own(schema, 'exclusiveMinimum'));
  const least = numberOf(own(schema, 'minimum')) ?? (above === null ? 1 : above + 1);
  const most = numberOf(own(schema, 'maximum')) ?? Number.POSITIVE_INFINITY;
  const value = Math.min(Math.max(1, least), most);
  return whole ? Math.ceil(value) : value;
}

function typeOf(schema: Fields): string | null {
  const type = own(schema, 'type');
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  if (typeof named === 'string') return named;
  if (fieldsOf(own(schema, 'properties')) !== null) return 'object';
  return own(schema, 'items') === undefined ? null : 'array';
}

/** Where a value is made: how to follow references, and the schemas it lies in, which may contain themselves. */
interface Place {
  readonly deref: Deref;
  readonly inside: readonly Fields[];
  /** Values made so far. */
  readonly made: { count: number };
}

/** Whether a value may be made up here; one that lies in itself, too deep or behind too many others is left out. */
function isWanted(schema: unknown, { deref, inside, made }: Place): boolean {
  const fields = deref(schema);
  return (
    fields !== null && own(fields, 'readOnly') !== true && !inside.includes(fields) && inside.length < DEEPEST && made.count < MOST_VALUES
  );
}

function madeObject(schema: Fields, place: Place): Fields {
  const properties = Object.entries(fieldsOf(own(schema, 'properties')) ?? {}).filter(([, one]) => isWanted(one, place));
  return Object.fromEntries(properties.slice(0, MOST_PROPERTIES).map(([name, one]) => [name, schemaSample(one, place).value]));
}

function madeValue(schema: Fields, place: Place): unknown {
  const all = listOf(own(schema, 'allOf')).filter((part) => isWanted(part, place));
  if (all.length > 0) {
    const parts = [...all.map((part) => schemaSample(part, place).value), madeObject(schema, place)];
    const objects = parts.flatMap((part) => Object.entries(fieldsOf(part) ?? {}));
    return objects.length > 0 ? Object.fromEntries(objects) : parts[0];
  }
  const choice = [...listOf(own(schema, 'oneOf')), ...listOf(own(schema, 'anyOf'))].find((one) => isWanted(one, place));
  if (choice !== undefined) return schemaSample(choice, place).value;
  switch (typeOf(schema)) {
    case 'object':
      return madeObject(schema, place);
    case 'array':
      return isWanted(own(schema, 'items'), place) ? [schemaSample(own(schema, 'items'), place).value] : [];
    case 'integer':
      return madeNumber(schema, true);
    case 'number':
      return madeNumber(schema, false);
    case 'boolean':
      return true;
    default:
      return madeText(schema);
  }
}

/** A value that fits a schema: its example, its default, or one made up from its type. */
function schemaSample(schema: unknown, place: Place): Sample {
  const { deref, inside, made } = place;
  made.count++;
  const fields = deref(schema);
  if (fields === null) return { value: 'example', from: 'made up' };
  const example = firstExample(fields, deref);
  if (example !== undefined) return { value: example, from: 'example' };
  const usual = usable(own(fields, 'default') ?? own(fields, 'const') ?? listOf(own(fields, 'enum'))[0]);
  if (usual !== undefined) return { value: usual, from: 'default' };
  return { value: madeValue(fields, { deref, made, inside: [...inside, fields] }), from: 'made up' };
}

/** The sample of a parameter or a media type, which may have examples beside its schema. */
export function sampleOf(holder: Fields, deref: Deref): Sample {
  const example = firstExample(holder, deref);
  return example === undefined
    ? schemaSample(own(holder, 'schema'), { deref, inside: [], made: { count: 0 } })
    : { value: example, from: 'example' };
}
