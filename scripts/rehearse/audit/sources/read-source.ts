import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { withSecrets } from '../../../../models/definition/env.ts';
import type { RecordSource } from '../../../../models/workload/audit/audit-spec.ts';
import type { Target } from '../../../../models/workload/surge/run-configuration.ts';
import { errnoSentence } from '../../../errors/errno.ts';
import type { Secrets } from '../../secrets.ts';
import type { SecureOptions } from '../../target/secure-options.ts';
import { MOST_BYTES, RecordsError, textWithin } from '../limits.ts';
import { pageOf, type Raw } from '../rows/parse-rows.ts';
import { commandText } from './command-records.ts';
import { httpRecords } from './http-records.ts';

/** What sources need of a run. */
export interface SourceContext {
  readonly target: Target;
  readonly secure: SecureOptions;
  readonly secrets: Secrets;
  /** Of the surge file. */
  readonly folder: string;
  /** Second 0 of the run, ISO 8601. */
  readonly since: string;
}

function askedAt(source: RecordSource & { from: 'http' }, context: SourceContext): Promise<Raw[]> {
  const { target, secure, secrets, since } = context;
  const base = target.bases[source.base];
  if (base === undefined)
    throw new RecordsError(`base must be one of ${Object.keys(target.bases).join(', ')}, got ${source.base}; add it to urls of the target`);
  const filled = Object.entries({ ...target.headers, ...source.headers }).map(([name, value]) => [name, withSecrets(value, secrets)]);
  const address = `${base}${source.path.replaceAll('{since}', encodeURIComponent(since))}`;
  return httpRecords({ address, headers: Object.fromEntries(filled), timeout: source.timeout, secure });
}

async function fileText(path: string, shown: string): Promise<string> {
  try {
    return await textWithin(createReadStream(path), MOST_BYTES);
  } catch (error) {
    throw error instanceof RecordsError ? error : new RecordsError(`${shown} must be readable: ${errnoSentence(error)}`);
  }
}

/** The records of one kind as the service gives them. Throws a `RecordsError`, or the error of the connection. */
export async function readSource(source: RecordSource, context: SourceContext): Promise<readonly Raw[]> {
  switch (source.from) {
    case 'http':
      return askedAt(source, context);
    case 'command': {
      const words = source.command.map((word) => withSecrets(word.replaceAll('{since}', context.since), context.secrets));
      return pageOf(await commandText(words, context.folder, source.timeout)).rows;
    }
    case 'file':
      return pageOf(await fileText(resolve(context.folder, source.path), source.path)).rows;
  }
}
