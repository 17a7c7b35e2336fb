/** A constant of the configuration with its ground, as text for a table. */
export interface Constant {
  readonly path: string;
  readonly values: string;
  readonly kind: string;
  readonly source: string;
}

const KINDS = ['stated', 'measured', 'derived', 'assumed'];
/** Configurations are shallow; deeper nesting is not ours. */
const DEEPEST = 8;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every constant of a configuration that carries its `source` and `kind`.
 * @example constantsOf({ wait: { value: 4, unit: 's', source: 'press', kind: 'stated' } }) // => [{ path: 'wait', values: '4 s', kind: 'stated', source: 'press' }]
 */
export function constantsOf(configuration: unknown, path = '', depth = 0): Constant[] {
  if (!isRecord(configuration) || depth > DEEPEST) return [];
  const { kind, source } = configuration;
  const own =
    typeof kind === 'string' && KINDS.includes(kind) && typeof source === 'string'
      ? [{ path, values: valuesOf(configuration), kind, source }]
      : [];
  const inner = Object.entries(configuration).flatMap(([name, value]) =>
    constantsOf(value, path === '' ? name : `${path}.${name}`, depth + 1),
  );
  return [...own, ...inner];
}

function valuesOf(constant: Readonly<Record<string, unknown>>): string {
  if ('value' in constant) return `${String(constant.value)} ${typeof constant.unit === 'string' ? constant.unit : ''}`.trim();
  const numbers = Object.entries(constant).filter(([, value]) => typeof value === 'number');
  return numbers.map(([name, value]) => `${name} ${String(value)}`).join(', ');
}
