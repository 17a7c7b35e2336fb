import { SurgeproofError } from '../../errors/surgeproof-error.ts';
import { type InitOptions, USUAL_RATE } from '../options.ts';
import { serviceTarget } from '../service-target.ts';
import { configText } from '../templates/config.ts';
import { surgeFileOf, type Wanted } from '../wanted.ts';
import { baseAddress } from './base-address.ts';
import { openApiSurge } from './openapi-surge.ts';
import { operationsOf } from './operations.ts';
import { readDocument } from './read-document.ts';
import { fieldsOf, own } from './references.ts';

/** The files made from an OpenAPI document, a file or a loopback address. */
export async function openApiFiles({ name, url, rate }: InitOptions, given: string): Promise<Wanted> {
  const document = await readDocument(given);
  const operations = operationsOf(document.root);
  if (!operations.some(({ method }) => method === 'get')) {
    const problem = `paths: must have at least one GET operation, got ${operations.length === 0 ? 'no operation' : 'others only'}; write the surge by hand`;
    throw new SurgeproofError('unreadable-file', { file: given, problems: [problem] });
  }
  const peak = rate ?? USUAL_RATE;
  const base = baseAddress(document, url);
  const { target, listed } = serviceTarget(base, name, peak);
  const title = own(fieldsOf(own(document.root, 'info')), 'title');
  const { text, active, ready } = openApiSurge({ name, target, title: typeof title === 'string' ? title : given, operations, peak });
  const remarks = [
    `${active} GET ${active === 1 ? 'operation is sent' : 'operations are sent'} to ${base.href.replace(/\/$/, '')}; ${ready} more ${ready === 1 ? 'stands' : 'stand'} ready as comments.`,
  ];
  return { surge: { name: surgeFileOf(name), text }, config: configText(listed), listed, remarks };
}
