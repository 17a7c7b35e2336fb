import { resolve } from 'node:path';
import { parseRate } from '../../models/definition/units/parse-units.ts';
import { SurgeproofError } from '../errors/surgeproof-error.ts';

/** Options of `surgeproof init` as typed. */
export interface TypedOptions {
  readonly name: string;
  readonly dir: string;
  readonly url?: string;
  readonly path?: string;
  readonly login?: boolean;
  readonly rate?: string;
  readonly openapi?: string;
  readonly yes?: boolean;
}

export interface InitOptions {
  /** Of the surge and of its file. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** The service; null: the one that surgeproof starts. */
  readonly url: URL | null;
  /** Of the page people open first; null: that of the address. */
  readonly path: string | null;
  readonly login: boolean | null;
  /** People per second at the peak. */
  readonly rate: number | null;
  /** File or address of an OpenAPI document. */
  readonly openapi: string | null;
}

/** Where a service on this machine listens as often as not. */
export const USUAL_ADDRESS = 'http://127.0.0.1:8080';
/** People per second. A number beyond these limits is a slip of the pen. */
export const USUAL_RATE = 50;
const LEAST_RATE = 0.001;
const MOST_RATE = 1_000_000;
const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const PATH = /^\/[^\s\p{Cc}#]*$/u;

/** A value, or what is wrong with the text. */
export type Read<Value> = { readonly value: Value } | { readonly rule: string };

/** The address of a service: http or https, without a password. */
export function readUrl(text: string): Read<URL> {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null) return { rule: 'must be an address such as http://127.0.0.1:8080' };
  if (url.username !== '' || url.password !== '') return { rule: "must not carry a name and password; send a header with env('NAME')" };
  return { value: url };
}

export function readPath(text: string): Read<string> {
  return PATH.test(text) ? { value: text } : { rule: 'must be a path such as / or /shop?page=1' };
}

/** People per second; a bare number is one. */
export function readRate(text: string): Read<number> {
  const rate = parseRate(/^[\d.,]+$/.test(text.trim()) ? `${text}/s` : text);
  return rate !== null && rate >= LEAST_RATE && rate <= MOST_RATE ? { value: rate } : { rule: 'must be a rate such as 20/s or 1200/min' };
}

/** All options, or one error with everything that is wrong. */
export function readOptions(typed: TypedOptions): InitOptions {
  const problems: string[] = [];
  const read = <Value>(flag: string, text: string | undefined, reader: (text: string) => Read<Value>): Value | null => {
    if (text === undefined) return null;
    const found = reader(text);
    if ('value' in found) return found.value;
    // An address may hold a password, which stays out of the sentence.
    problems.push(`--${flag}: ${found.rule}, got ${text.includes('@') ? 'another one' : text || 'nothing'}`);
    return null;
  };
  if (!NAME.test(typed.name))
    problems.push(`--name: must be a name of 1 to 40 small letters, digits and hyphens, a letter first, got ${typed.name || 'nothing'}`);
  if (typed.dir === '') problems.push('--dir: must be a folder, got nothing');
  if (typed.openapi === '') problems.push('--openapi: must be a file or a loopback address, got nothing');
  if (typed.openapi !== undefined)
    for (const [flag, given] of Object.entries({ path: typed.path, login: typed.login }))
      if (given !== undefined) problems.push(`--${flag}: must be left out with --openapi, whose document says it`);
  const options = {
    name: typed.name,
    folder: resolve(typed.dir),
    url: read('url', typed.url, readUrl),
    path: read('path', typed.path, readPath),
    login: typed.login ?? null,
    rate: read('rate', typed.rate, readRate),
    openapi: typed.openapi ?? null,
  };
  if (problems.length > 0) throw new SurgeproofError('invalid-options', { problems });
  return options;
}
