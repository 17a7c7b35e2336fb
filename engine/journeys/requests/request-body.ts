import http, { type RequestBody } from 'k6/http';
import type { Ask, Field, FilePart } from '../../../models/definition/user.ts';

/** A body as k6 takes it, and its content type; null where k6 sets the type itself. */
export interface Body {
  readonly data: RequestBody | null;
  readonly type: string | null;
}

/** The type of most bodies. */
export const JSON_TYPE = 'application/json';

const NO_BODY: Body = { data: null, type: null };

function encoded(fields: Readonly<Record<string, Field>>): string {
  return Object.keys(fields)
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(fields[name]))}`)
    .join('&');
}

function bufferOf(bytes: ArrayBuffer | Uint8Array): ArrayBuffer {
  if (bytes instanceof ArrayBuffer) return bytes;
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

const isFile = (part: Field | FilePart): part is FilePart => typeof part === 'object';

/** Parts are told apart by a line that no field contains. */
const BOUNDARY = 'surgeproof-7d31c0a95e64-boundary';

const quoted = (name: string): string => name.replace(/"/g, '%22').replace(/[\r\n]/g, ' ');

/** k6 writes a multipart body only where one of the parts is a file; text alone is written here. */
function multipart(parts: Readonly<Record<string, Field | FilePart>>): Body {
  const names = Object.keys(parts);
  if (!names.some((name) => isFile(parts[name]!))) {
    const text = names.map((name) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${parts[name]}\r\n`);
    return { data: `${text.join('')}--${BOUNDARY}--\r\n`, type: `multipart/form-data; boundary=${BOUNDARY}` };
  }
  const data: Record<string, unknown> = {};
  for (const name of names) {
    const part = parts[name]!;
    if (!isFile(part)) data[name] = String(part);
    else
      data[name] = http.file(
        typeof part.data === 'string' ? part.data : bufferOf(part.data),
        part.name,
        part.type ?? 'application/octet-stream',
      );
  }
  return { data: data as RequestBody, type: null };
}

/** The body of a request; throws a sentence when more than one is given. */
export function bodyOf(ask: Ask<unknown>): Body {
  const { json, form, text, bytes, multipart: parts } = ask;
  let given = 0;
  if (json !== undefined) given++;
  if (form !== undefined) given++;
  if (text !== undefined) given++;
  if (bytes !== undefined) given++;
  if (parts !== undefined) given++;
  if (given === 0) return NO_BODY;
  if (given > 1) throw new Error('request: must have at most one of json, form, text, bytes and multipart; leave the others out');
  if (json !== undefined) return { data: JSON.stringify(json), type: JSON_TYPE };
  if (form !== undefined) return { data: encoded(form), type: 'application/x-www-form-urlencoded' };
  if (text !== undefined) return { data: text, type: 'text/plain; charset=utf-8' };
  if (bytes !== undefined) return { data: bufferOf(bytes), type: 'application/octet-stream' };
  return multipart(parts!);
}

/** A path with its query. */
export function withQuery(path: string, query: Ask<unknown>['query']): string {
  if (query === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${encoded(query)}`;
}
