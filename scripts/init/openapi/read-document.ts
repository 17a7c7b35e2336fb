import { readFile, stat } from 'node:fs/promises';
import { errnoSentence } from '../../errors/errno.ts';
import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { staysHere } from '../service-target.ts';
import { type Fields, fieldsOf } from './references.ts';

/** An OpenAPI document with at least its version and its paths. */
export interface OpenApiDocument {
  readonly root: Fields;
  /** Where it was fetched; null for a file. */
  readonly fetched: URL | null;
}

/** Bytes. The largest public documents have 12 MB. */
const LARGEST = 20_000_000;
/** Milliseconds for a service on this machine to answer. */
const PATIENCE = 10_000;

const unreadable = (file: string, problem: string): SurgeproofError =>
  new SurgeproofError('unreadable-file', { file, problems: [problem] });

const tooLarge = (given: string): SurgeproofError => unreadable(given, `document: must have at most ${LARGEST / 1_000_000} MB, got more`);

async function textOfFile(given: string): Promise<string> {
  try {
    if ((await stat(given)).size > LARGEST) throw tooLarge(given);
    return await readFile(given, 'utf8');
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    throw unreadable(given, `document: must be a file that can be read: ${errnoSentence(error)}`);
  }
}

async function bodyOf(response: Response, given: string): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > LARGEST) throw tooLarge(given);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

/** Fetches from this machine only, and follows no redirect that could lead away. */
async function textOfAddress(url: URL): Promise<string> {
  const given = url.href;
  if (!staysHere(url))
    throw new SurgeproofError('invalid-options', {
      problems: [`--openapi: must be a file or an address on this machine, got ${given}; download it first`],
    });
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw unreadable(given, `document: must be answered with status 200, got ${response.status}`);
    return await bodyOf(response, given);
  } catch (error) {
    if (error instanceof SurgeproofError) throw error;
    const { cause, message } = error as Error;
    throw unreadable(given, `document: must be fetched, got ${cause instanceof Error ? cause.message : message}`);
  }
}

async function parsed(text: string, given: string): Promise<unknown> {
  const content = text.replace(/^\uFEFF/, '');
  try {
    if (content.trimStart().startsWith('{')) return JSON.parse(content);
  } catch {
    // YAML has braces too, and says better what is wrong.
  }
  const { parse } = await import('yaml');
  try {
    return parse(content, { logLevel: 'error' });
  } catch (error) {
    throw unreadable(given, `document: must be JSON or YAML, got ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Reads an OpenAPI document of version 3 from a file or from a loopback address. */
export async function readDocument(given: string): Promise<OpenApiDocument> {
  const fetched = /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given) : null;
  const root = fieldsOf(await parsed(fetched === null ? await textOfFile(given) : await textOfAddress(fetched), given));
  const version = root?.openapi;
  if (typeof version !== 'string' || !/^3\.\d/.test(version)) {
    const found = root?.swagger === undefined ? 'a document without `openapi: 3…`' : `swagger ${JSON.stringify(root.swagger)}`;
    const got = version === undefined ? found : (JSON.stringify(version) ?? '').slice(0, 60);
    throw unreadable(given, `openapi: must be OpenAPI 3.0 or 3.1, got ${got}`);
  }
  return { root: root!, fetched };
}
