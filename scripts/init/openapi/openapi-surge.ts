import { commentedOut, field, quoted, remark } from '../templates/code.ts';
import { profilesText } from '../templates/profiles.ts';
import type { Operation } from './operations.ts';
import { parameterRemark, requestCode } from './request-code.ts';
import { stepNames } from './step-names.ts';

/** More requests than this in a row are no journey of a person. */
const MOST_ACTIVE = 20;
const LONGEST_TITLE = 80;

interface NamedOperation {
  readonly operation: Operation;
  readonly step: string;
  readonly active: boolean;
}

/** The first GET operations are sent; everything else stands ready behind `//`. */
function named(operations: readonly Operation[]): NamedOperation[] {
  const active = new Set(operations.filter(({ method }) => method === 'get').slice(0, MOST_ACTIVE));
  const sorted = [...operations].sort((a, b) => Number(active.has(b)) - Number(active.has(a)));
  const names = stepNames(sorted);
  return sorted.map((operation, index) => ({ operation, step: names[index]!, active: active.has(operation) }));
}

function stepLine({ operation, step, active }: NamedOperation): string {
  const title = remark(operation.summary ?? `${operation.method.toUpperCase()} ${operation.path}`, LONGEST_TITLE);
  const line = field(step, { fields: [['title', quoted(title)]] }, 4);
  return `    ${active ? line : commentedOut(line, 4)}`;
}

function requestLines({ operation, step, active }: NamedOperation): string[] {
  const code = requestCode(operation, step, 8);
  const values = parameterRemark(operation);
  return [...(values === null ? [] : [`        // ${values}`]), `        ${active ? code : commentedOut(code, 8)}`];
}

const TOKEN = `        // A token from outside: TOKEN=… npx surgeproof rehearse …. Or a step logs in, and what it reads replaces env('TOKEN').`;

function journeyLines(operations: readonly NamedOperation[]): string[] {
  const [active, ready] = [operations.filter((one) => one.active), operations.filter((one) => !one.active)];
  return [
    ...(operations.some(({ operation }) => operation.bearer) ? [TOKEN] : []),
    ...active.flatMap(requestLines),
    "        // await user.think('3 s'); // between requests that people make by hand; half of them take longer",
    ...(ready.length === 0 ? [] : ['', '        // Not sent until its line here and its step above are no comments any more:']),
    ...ready.flatMap(requestLines),
  ];
}

export interface OpenApiSurge {
  readonly name: string;
  readonly target: string;
  /** Of the document. */
  readonly title: string;
  readonly operations: readonly Operation[];
  readonly peak: number;
}

export interface SurgeText {
  readonly text: string;
  /** Operations sent, and operations behind `//`. */
  readonly active: number;
  readonly ready: number;
}

/** A surge that makes the GET operations of a document one after the other. */
export function openApiSurge({ name, target, title, operations, peak }: OpenApiSurge): SurgeText {
  const all = named(operations);
  const active = all.filter((one) => one.active);
  const env = active.some(({ operation }) => operation.bearer) ? 'env, ' : '';
  const text = `// GET operations of ${remark(title, 80)}, made from its OpenAPI document. With the service running:
//   npx surgeproof rehearse ./${name}.surge.ts
// Values of parameters are examples of the document or made up: put in those that your service knows.
import { constant, defineSurge, ${env}ramp } from 'surgeproof';

export default defineSurge({
  name: '${name}',
  ${field('target', quoted(target), 2)}

  // A step is one request. Without limits it has the usual ones: p95 1 s, p99 3 s, errors 1 %.
  steps: {
${all.map(stepLine).join('\n')}
  },

  journeys: {
    visitor: {
      share: 1,
      async run(user) {
${journeyLines(all).join('\n')}
      },
    },
  },

  ${profilesText(peak)}
});
`;
  return { text, active: active.length, ready: all.length - active.length };
}
