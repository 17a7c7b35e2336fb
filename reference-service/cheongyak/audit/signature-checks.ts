import { verify, X509Certificate } from 'node:crypto';
import type { Client } from 'pg';
import { readSignedData } from '../../../models/protocols/cms/read-signed-data.ts';
import type { LedgerCheck } from '../../shared/service/service.ts';

const MOST_EXAMPLES = 10;

interface Stored {
  readonly receipt: string;
  readonly form: Buffer;
  readonly message: Buffer;
}

/** Why a stored application does not stand by itself; null when it does. */
function problemOf({ form, message }: Stored): string | null {
  try {
    const { content, certificate, signature } = readSignedData(message);
    if (!form.equals(content)) return 'the stored form is not what was signed';
    const { publicKey } = new X509Certificate(certificate);
    return verify('sha256', content, publicKey, signature) ? null : 'the stored signature does not verify';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Every receipt has one message whose signature verifies over the very bytes of the form that is stored. */
export async function signatureChecks(client: Client): Promise<LedgerCheck[]> {
  const { rows } = await client.query<Stored>('select receipt_of(id) as receipt, form, message from applications order by id');
  const bad = rows.flatMap((row) => {
    const problem = problemOf(row);
    return problem === null ? [] : [`${row.receipt}: ${problem}`];
  });
  return [{ name: 'signed-is-stored', examined: rows.length, violations: bad.length, examples: bad.slice(0, MOST_EXAMPLES) }];
}
