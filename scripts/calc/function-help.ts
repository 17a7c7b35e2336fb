import { wrapped } from '../terminal/wrapped.ts';
import type { ArgumentKind } from './argument-spec.ts';
import type { CalcFunction } from './calc-function.ts';
import { runCalc } from './run-calc.ts';

const WIDTH = 100;
const UNITS = 'Rates and times are in any one unit of time, such as seconds; answers have the same.';

/** Shape of a value, as it is written on the command line. */
const SHAPES: Readonly<Record<Exclude<ArgumentKind, readonly string[]>, string>> = {
  number: '<number>',
  numbers: '<number,number,…>',
  points: '<[[time,rate],…]>',
  stations: '<[{"demand":number,"servers":number},…]>',
  boolean: '[true|false]',
};

const shapeOf = (kind: ArgumentKind): string => (typeof kind === 'string' ? SHAPES[kind] : `<${kind.join('|')}>`);

const flagOf = (name: string): string =>
  `--${name.replace(/([a-z\d])([A-Z])/g, (_, before: string, letter: string) => `${before}-${letter.toLowerCase()}`)}`;

/** A value as a shell takes it. */
function worded(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'number')) return value.join(',');
  return typeof value === 'object' ? `'${JSON.stringify(value)}'` : String(value);
}

/** The text of `calc <function> --help`: what it answers, each argument with its shape and unit, and an example with the answer that it has. */
export async function functionHelp({ name, about, args, example }: CalcFunction): Promise<string> {
  const call = Object.entries(example).map(([argument, value]) => `${flagOf(argument)} ${worded(value)}`);
  const answer = await runCalc(name, example);
  const text = 'value' in answer ? JSON.stringify(answer.value, null, 2) : answer.error.message;
  const described = Object.entries(args).flatMap(([argument, spec]) => [
    `  ${flagOf(argument)} ${shapeOf(spec.kind)}${spec.optional ? '  (may be left out)' : ''}`,
    ...wrapped(spec.about, WIDTH - 6).map((line) => `      ${line}`),
  ]);
  return [
    `surgeproof calc ${name}: ${about}`,
    '',
    ...described,
    '',
    ...(described.some((line) => line.includes('unit of time')) ? [UNITS, ''] : []),
    'Example:',
    `  surgeproof calc ${name} ${call.join(' ')}`,
    ...text.split('\n').map((line) => `  ${line}`),
    '',
  ].join('\n');
}
