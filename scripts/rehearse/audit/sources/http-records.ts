import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { SecureOptions } from '../../target/secure-options.ts';
import { MOST_BYTES, MOST_RECORDS, RecordsError, textWithin } from '../limits.ts';
import { pageOf, type Raw } from '../rows/parse-rows.ts';

/** Where records are asked for. */
export interface HttpRecords {
  /** Address of the first page. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For all pages together, milliseconds. */
  readonly timeout: number;
  readonly secure: SecureOptions;
}

interface Page {
  readonly text: string;
  /** Of the header `link`; null without one. */
  readonly link: string | null;
}

const LINK_NEXT = /<([^<>]*)>\s*;[^,]*\brel="?next"?/i;

async function answered(url: URL, { headers, secure }: HttpRecords, signal: AbortSignal): Promise<IncomingMessage> {
  const options = { headers: { accept: 'application/x-ndjson, application/json, text/csv', ...headers }, agent: false as const, signal };
  const request = url.protocol === 'https:' ? secureRequest(url, { ...options, ...secure }) : plainRequest(url, options);
  request.end();
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  return message;
}

async function pageAt(url: URL, source: HttpRecords, signal: AbortSignal, most: number): Promise<Page> {
  const message = await answered(url, source, signal);
  try {
    if (message.statusCode !== 200) throw new RecordsError(`${url.pathname} must answer 200, got ${message.statusCode}`);
    return { text: await textWithin(message, most), link: LINK_NEXT.exec([message.headers.link ?? ''].flat().join(','))?.[1] ?? null };
  } finally {
    message.destroy();
  }
}

/** The next page must lie at the same origin: a target cannot send the harness anywhere else. */
function nextOf(next: string, here: URL, seen: ReadonlySet<string>): URL {
  const url = URL.canParse(next, here.href) ? new URL(next, here.href) : null;
  if (url === null || url.origin !== here.origin) throw new RecordsError(`the next page must be at ${here.origin}, got ${next}`);
  if (seen.has(url.href)) throw new RecordsError(`each page must lead to another one, got ${url.pathname}${url.search} twice`);
  return url;
}

/** Reads records page by page until no page names a next one. Follows no redirect. */
export async function httpRecords(source: HttpRecords): Promise<Raw[]> {
  const signal = AbortSignal.timeout(source.timeout);
  const rows: Raw[] = [];
  const seen = new Set<string>();
  let url: URL | null = new URL(source.address);
  let left = MOST_BYTES;
  try {
    while (url !== null) {
      seen.add(url.href);
      const { text, link } = await pageAt(url, source, signal, left);
      const page = pageOf(text);
      for (const row of page.rows) rows.push(row);
      if (rows.length > MOST_RECORDS) throw new RecordsError(`must be at most ${MOST_RECORDS} records, got more`);
      left -= text.length;
      const next: string | null = page.next ?? link;
      url = next === null ? null : nextOf(next, url, seen);
    }
    return rows;
  } catch (error) {
    if (signal.aborted) throw new RecordsError(`must come within ${source.timeout / 1_000} s, got ${rows.length} records by then`);
    throw error;
  }
}
