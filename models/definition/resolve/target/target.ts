import { at, fieldsOf, problem } from '../../../workload/checks/problem.ts';
import { ENV_NAME, secretNames } from '../../env.ts';
import { type Problems, readPositiveRate } from '../../units/read-units.ts';
import type { ResolvedTarget } from '../resolved-config.ts';
import { readChoice, readFields, readNamed, readText } from '../values/read-values.ts';
import { isIpAddress, readAddress } from './addresses.ts';

const FIELDS = [
  'url',
  'urls',
  'waitingRoom',
  'addresses',
  'maximumArrivalRate',
  'tls',
  'headers',
  'connections',
  'http',
  'acceptEncoding',
] as const;

/** As browsers say, as far as k6 unpacks it. */
const AS_A_BROWSER = 'gzip, deflate, br';
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

function readBases(fields: { url?: unknown; urls?: unknown }, path: string, problems: Problems): Record<string, string> {
  const app = readAddress(fields.url, at(path, 'url'), problems);
  if (fields.urls === undefined) return { app };
  const others = readNamed(fields.urls, at(path, 'urls'), problems, (value, here) => readAddress(value, here, problems));
  if (others.some(({ name }) => name === 'app')) {
    problems.push({ path: at(at(path, 'urls'), 'app'), message: 'must have another name, as app is the address in url' });
  }
  return { ...Object.fromEntries(others.map(({ name, value }) => [name, value])), app };
}

function readWaitingRoom(value: unknown, path: string, problems: Problems): ResolvedTarget['waitingRoom'] {
  if (value === undefined) return null;
  const fields = readFields(value, ['url', 'dialect'], path, problems);
  if (fields === null) return null;
  const base = readAddress(fields.url, at(path, 'url'), problems);
  if (fields.dialect === undefined) return { base, dialect: null };
  const dialect = readChoice(fields.dialect, ['surgeproof', 'netfunnel'], at(path, 'dialect'), problems);
  return { base, dialect: dialect as 'surgeproof' | 'netfunnel' | null };
}

function readIps(value: unknown, path: string, problems: Problems): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(problem(path, 'be a list of IP addresses', value));
    return [];
  }
  value.forEach((address: unknown, index) => {
    if (typeof address === 'string' && isIpAddress(address)) return;
    problems.push(problem(at(path, index), 'be an IP address such as 10.20.0.7, no host name', address));
  });
  return value as string[];
}

function readTls(value: unknown, path: string, problems: Problems): ResolvedTarget['tls'] {
  const fields = value === undefined ? {} : (readFields(value, ['ca', 'certificate', 'key', 'insecure'], path, problems) ?? {});
  const file = (name: string): string | null => (fields[name] === undefined ? null : readText(fields[name], '', at(path, name), problems));
  if (fields.insecure !== undefined && fields.insecure !== true) {
    problems.push(problem(at(path, 'insecure'), 'be true or left out', fields.insecure));
  }
  const [ca, certificate, key] = [file('ca'), file('certificate'), file('key')];
  if ((certificate === null) !== (key === null)) {
    problems.push({
      path: at(path, certificate === null ? 'certificate' : 'key'),
      message: 'must be given too, got only one of certificate and key',
    });
  }
  return { ca, certificate, key, insecure: fields.insecure === true };
}

function readHeaders(value: unknown, path: string, problems: Problems): Record<string, string> {
  if (value === undefined) return {};
  const fields = fieldsOf(value);
  if (fields === null) problems.push(problem(path, 'be an object of headers', value));
  for (const [name, text] of Object.entries(fields ?? {})) {
    const here = at(path, name);
    if (!HEADER_NAME.test(name)) problems.push({ path: here, message: `must have a name that HTTP allows, got ${JSON.stringify(name)}` });
    if (typeof text !== 'string' || /[\r\n\0]/.test(text)) problems.push(problem(here, 'be a text of one line', text));
    else
      for (const secret of secretNames(text))
        if (!ENV_NAME.test(secret)) problems.push(problem(here, 'name an environment variable', secret));
  }
  return (fields ?? {}) as Record<string, string>;
}

/** One target of k6.config.ts. */
export function readTarget(
  value: unknown,
  name: string,
  maximumArrivalRate: number,
  path: string,
  problems: Problems,
): ResolvedTarget | null {
  const fields = readFields(value, FIELDS, path, problems);
  if (fields === null) return null;
  const { connections, http, acceptEncoding } = fields;
  const perRequest = connections !== undefined && readChoice(connections, ['shared', 'per-request'], at(path, 'connections'), problems);
  const accepted = readText(acceptEncoding, AS_A_BROWSER, at(path, 'acceptEncoding'), problems);
  return {
    name,
    bases: readBases(fields, path, problems),
    waitingRoom: readWaitingRoom(fields.waitingRoom, at(path, 'waitingRoom'), problems),
    addresses: readIps(fields.addresses, at(path, 'addresses'), problems),
    maximumArrivalRate:
      fields.maximumArrivalRate === undefined
        ? maximumArrivalRate
        : readPositiveRate(fields.maximumArrivalRate, at(path, 'maximumArrivalRate'), problems),
    tls: readTls(fields.tls, at(path, 'tls'), problems),
    headers: readHeaders(fields.headers, at(path, 'headers'), problems),
    connections: perRequest === 'per-request' ? 'per-request' : 'shared',
    http: http === undefined ? null : (readChoice(http, ['1.1', '2'], at(path, 'http'), problems) as '1.1' | '2' | null),
    acceptEncoding: accepted === 'none' ? null : accepted,
  };
}
