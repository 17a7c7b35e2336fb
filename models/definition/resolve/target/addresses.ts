import { problem } from '../../../workload/checks/problem.ts';
import type { Problems } from '../../units/read-units.ts';

/** Scheme, host, port and path. Written out because k6 has no URL. */
const ADDRESS = /^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?(\/[^\s?#]*)?$/i;
const CREDENTIALS = /^https?:\/\/[^/]*@/i;

const PART = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${PART}(?:\\.${PART}){3}$`);
const GROUP = /^[0-9a-f]{1,4}$/i;

/** A base address without a slash at the end; empty, and a problem, for anything else. */
export function readAddress(value: unknown, path: string, problems: Problems): string {
  if (typeof value === 'string' && ADDRESS.test(value)) return value.replace(/\/+$/, '');
  if (typeof value === 'string' && CREDENTIALS.test(value)) {
    // The password itself stays out of the sentence.
    problems.push({ path, message: "must be an address without a name and password, got one with them; send a header with env('NAME')" });
    return '';
  }
  problems.push(problem(path, 'be an address such as https://shop.example.com or http://127.0.0.1:8080, without a query', value));
  return '';
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const embedded = last !== undefined && IPV4.test(last) ? 1 : 0;
  const count = groups.length + embedded;
  const sound = groups.slice(0, groups.length - embedded).every((group) => GROUP.test(group));
  return sound && (halves.length === 2 ? count < 8 : count === 8);
}

/** Whether a text is one IP address. */
export function isIpAddress(text: string): boolean {
  return IPV4.test(text) || isIpv6(text);
}
