import { type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { OID } from '../../../models/protocols/cms/oids.ts';
import {
  bits,
  type Der,
  derValue,
  nothing,
  objectIdentifier,
  octets,
  sequence,
  setOf,
  smallNumber,
  tagged,
} from '../../../models/protocols/der/write-der.ts';

/** What a certificate says. */
export interface CertificateFacts {
  readonly serial: number;
  /** Common names. */
  readonly issuer: string;
  readonly subject: string;
  readonly from: Date;
  readonly until: Date;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der;
  /** The identification of a person; left out of the certificate of an authority. */
  readonly vid?: Uint8Array;
}

const COUNTRY = '2.5.4.6';
const ORGANISATION = '2.5.4.10';
const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const ALTERNATIVE_NAME = '2.5.29.17';

const utf8 = (text: string): Der => derValue(0x0c, Buffer.from(text));
const printable = (text: string): Der => derValue(0x13, Buffer.from(text, 'latin1'));
const yes = derValue(0x01, Uint8Array.of(0xff));
const signedWithRsa = sequence(objectIdentifier(OID.sha256WithRsa), nothing);

/** `YYMMDDHHMMSSZ`: good until 2049 (RFC 5280, 4.1.2.5.1). */
const time = (date: Date): Der => derValue(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const attribute = (type: string, value: Der): Der => setOf(sequence(objectIdentifier(type), value));

/** Made-up names: no authority of this name exists. */
const nameOf = (commonName: string): Der =>
  sequence(attribute(COUNTRY, printable('KR')), attribute(ORGANISATION, utf8('surgeproof test')), attribute(COMMON_NAME, utf8(commonName)));

const extension = (type: string, critical: boolean, value: Der): Der =>
  sequence(objectIdentifier(type), ...(critical ? [yes] : []), octets(value));

/** The identification of a person as the Korean national PKI keeps it: in an otherName, with the name and the hash (KCAC.TS.SIVID). */
function vidName(name: string, vid: Uint8Array): Der {
  const hash = sequence(objectIdentifier(OID.vidHash), sequence(sequence(objectIdentifier(OID.sha256)), tagged(0, octets(vid))));
  return sequence(tagged(0, objectIdentifier(OID.vid), tagged(0, sequence(utf8(name), sequence(hash)))));
}

function extensionsOf({ subject, vid }: CertificateFacts): Der[] {
  if (vid === undefined) {
    const signsCertificates = derValue(0x03, Uint8Array.of(1, 0x06));
    return [extension(BASIC_CONSTRAINTS, true, sequence(yes)), extension(KEY_USAGE, true, signsCertificates)];
  }
  const signsAndStands = derValue(0x03, Uint8Array.of(6, 0xc0));
  return [extension(KEY_USAGE, true, signsAndStands), extension(ALTERNATIVE_NAME, false, vidName(subject, vid))];
}

/** Off the main thread: a million certificates are a million signatures. */
const signed = promisify<string, Uint8Array, KeyObject, Buffer>(sign);

/** An X.509 certificate of version 3 (RFC 5280, 4.1), signed with the RSA key of its issuer. */
export async function certificateOf(facts: CertificateFacts, issuerKey: KeyObject): Promise<Der> {
  const { serial, issuer, subject, from, until, publicKey } = facts;
  const body = sequence(
    tagged(0, smallNumber(2)),
    smallNumber(serial),
    signedWithRsa,
    nameOf(issuer),
    sequence(time(from), time(until)),
    nameOf(subject),
    publicKey,
    tagged(3, sequence(...extensionsOf(facts))),
  );
  return sequence(body, signedWithRsa, bits(await signed('sha256', body, issuerKey)));
}
