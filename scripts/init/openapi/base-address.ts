import { USUAL_ADDRESS } from '../options.ts';
import { staysHere } from '../service-target.ts';
import type { OpenApiDocument } from './read-document.ts';
import { fieldsOf, own } from './references.ts';

/** The first server of a document with the defaults of its variables; null when it has none that can be read. */
function firstServer({ root, fetched }: OpenApiDocument): URL | null {
  const servers = own(root, 'servers');
  const server = fieldsOf(Array.isArray(servers) ? servers[0] : undefined);
  const url = own(server, 'url');
  if (typeof url !== 'string') return null;
  const variables = fieldsOf(own(server, 'variables'));
  const text = url.replace(/\{([^{}]*)\}/g, (_, name: string) => String(own(fieldsOf(own(variables, name)), 'default') ?? ''));
  const from = fetched?.href ?? USUAL_ADDRESS;
  return URL.canParse(text, from) ? new URL(text, from) : null;
}

/**
 * The base address of a service: `--url`, or else the server of the document if that is on this machine, or else where the document was
 * fetched. A document cannot name an address elsewhere by itself; its path is taken.
 */
export function baseAddress(document: OpenApiDocument, given: URL | null): URL {
  const server = firstServer(document);
  const path = server !== null && /^https?:$/.test(server.protocol) ? server.pathname : '/';
  if (given !== null) return given.pathname === '/' ? new URL(path, given.origin) : given;
  if (server !== null && /^https?:$/.test(server.protocol) && staysHere(server)) return new URL(path, server.origin);
  return new URL(path, document.fetched?.origin ?? USUAL_ADDRESS);
}
