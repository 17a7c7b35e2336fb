import { sayNumber } from '../../../models/words/count.ts';
import { sayTime } from '../../../models/words/duration.ts';
import { sayShare } from '../../../models/words/share.ts';

/** A constant of the configuration with its source, as text for a table. */
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
  if (typeof constant.value === 'number') return `${sayNumber(constant.value)} ${String(constant.unit ?? '')}`.trim();
  const numbers = Object.entries(constant).flatMap(([name, value]) =>
    typeof value === 'number' ? [`${name} ${worded(name, value)}`] : [],
  );
  return numbers.join(', ');
}

/** Percentiles are milliseconds, shares are shares; everything else is a plain number. */
function worded(name: string, value: number): string {
  if (/^(p\d+|stretch|burst)$/.test(name)) return sayTime(value);
  return /share$|error$/i.test(name) ? sayShare(value) : sayNumber(value);
}
