/** Why there was no answer: no one there, TLS that does not come about, or anything else. */
export interface ConnectionProblem {
  readonly kind: 'gone' | 'tls' | 'other';
  readonly code: string;
  /** What happened, and what to do. */
  readonly sentence: string;
}

const GONE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'DNS does not know the host',
  EAI_AGAIN: 'DNS gave no answer',
  EHOSTUNREACH: 'no route leads to the host',
  ENETUNREACH: 'no route leads to the network',
  ETIMEDOUT: 'the connection timed out',
};

const UNKNOWN_AUTHORITY =
  'its certificate is signed by an authority that is not trusted here; name the authority as tls.ca of the target in k6.config.ts';
const TLS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is signed by itself; name it as tls.ca of the target in k6.config.ts, or accept any with tls.insecure',
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: 'its certificate has expired; renew it, or accept any with tls.insecure of the target in k6.config.ts',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet; check the clocks of both machines',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another name; write the address with the name in the certificate, or accept any with tls.insecure',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS; write the address with http://',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS; write the address with http://',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED:
    'it asks for a client certificate; give tls.certificate and tls.key of the target in k6.config.ts',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'the TLS handshake failed; it may ask for a client certificate (tls.certificate and tls.key)',
  EPROTO: 'the TLS handshake failed; check that the port speaks TLS',
};

/** The code of an error, or of the first of several: a name may have more than one address. */
function codeOf(error: unknown): string {
  const { code, errors } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] };
  return code ?? errors?.[0]?.code ?? (error instanceof Error ? error.message : String(error));
}

/** What an error of `ask` means for the person who named the target. */
export function connectionProblem(error: unknown): ConnectionProblem {
  const code = codeOf(error);
  const gone = GONE[code];
  if (gone !== undefined) return { kind: 'gone', code, sentence: `${gone} (${code}); start it, or correct the address` };
  const tls = TLS[code] ?? (code.startsWith('ERR_SSL') || code.startsWith('CERT_') ? 'the TLS handshake failed' : undefined);
  if (tls !== undefined) return { kind: 'tls', code, sentence: `${tls} (${code})` };
  if (/time|abort/i.test(code))
    return { kind: 'other', code: 'timeout', sentence: 'no answer within 5 s; start it, or correct the address' };
  return {
    kind: 'other',
    code,
    sentence: `it accepts connections but gives no HTTP answer (${code}); if it speaks TLS, write the address with https://`,
  };
}
