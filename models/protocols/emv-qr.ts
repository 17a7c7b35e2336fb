import { crc16 } from './crc16.ts';

/** What the QR at a store's counter says. */
export interface EmvMerchant {
  readonly merchant: string;
  /** At most 25 characters. */
  readonly name: string;
  /** At most 15 characters. */
  readonly city: string;
}

/** Identifiers of EMVCo QRCPS Merchant-Presented Mode 1.1; 26 is the first template free for national schemes. */
const ID = {
  format: '00',
  initiation: '01',
  account: '26',
  category: '52',
  currency: '53',
  country: '58',
  name: '59',
  city: '60',
  crc: '63',
} as const;
const ACCOUNT = { scheme: '00', merchant: '01' } as const;

const FORMAT = '01';
const STATIC_QR = '11';
/** Fictitious: the identifiers of the real schemes are not public. */
const SCHEME = 'com.example.surgeproof';
/** ISO 18245: grocery stores and supermarkets. */
const CATEGORY = '5411';
/** ISO 4217: Korean won. */
const CURRENCY = '410';
const COUNTRY = 'KR';

/** Characters, not code units; counted in full only where a surrogate makes the two differ. */
function lengthOf(value: string): number {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) >= 0xd800) return Array.from(value).length;
  return value.length;
}

function field(id: string, value: string, longest = 99): string {
  const length = lengthOf(value);
  if (length < 1 || length > longest) throw new RangeError(`QR field ${id}: must have 1 to ${longest} characters, got ${length}`);
  return id + (length < 10 ? `0${length}` : length) + value;
}

/** Up to the merchant: the same in every QR of the scheme. */
const HEAD = field(ID.format, FORMAT) + field(ID.initiation, STATIC_QR);
const TERMS = field(ID.category, CATEGORY) + field(ID.currency, CURRENCY) + field(ID.country, COUNTRY);
const IN_SCHEME = field(ACCOUNT.scheme, SCHEME);

/**
 * Text of a static, merchant-presented QR (fields of identifier, length in characters, value; CRC last).
 * Throws a RangeError when a value is empty or longer than its field allows.
 */
export function emvPayload({ merchant, name, city }: EmvMerchant): string {
  const account = field(ID.account, IN_SCHEME + field(ACCOUNT.merchant, merchant));
  const body = `${HEAD}${account}${TERMS}${field(ID.name, name, 25)}${field(ID.city, city, 15)}${ID.crc}04`;
  return body + crc16(body);
}

/** Fields by identifier; null when lengths and text do not fit or an identifier comes twice. */
function fieldsOf(text: string): Map<string, string> | null {
  const characters = Array.from(text);
  const fields = new Map<string, string>();
  for (let at = 0; at < characters.length; ) {
    const head = characters.slice(at, at + 4).join('');
    const length = Number(head.slice(2));
    const end = at + 4 + length;
    const id = head.slice(0, 2);
    if (!/^\d{4}$/.test(head) || length === 0 || end > characters.length || fields.has(id)) return null;
    fields.set(id, characters.slice(at + 4, end).join(''));
    at = end;
  }
  return fields;
}

/**
 * Reads the text of a scanned QR, which may be anything: null unless the CRC is right, it is the last field, and the QR is one
 * of this scheme in won.
 */
export function parseEmvPayload(text: string): EmvMerchant | null {
  if (text.length > 512 || text.slice(-8, -4) !== `${ID.crc}04` || crc16(text.slice(0, -4)) !== text.slice(-4)) return null;
  const fields = fieldsOf(text);
  const account = fieldsOf(fields?.get(ID.account) ?? '');
  const [merchant, name, city] = [account?.get(ACCOUNT.merchant), fields?.get(ID.name), fields?.get(ID.city)];
  const ours = fields?.get(ID.format) === FORMAT && account?.get(ACCOUNT.scheme) === SCHEME && fields?.get(ID.currency) === CURRENCY;
  return ours && merchant !== undefined && name !== undefined && city !== undefined ? { merchant, name, city } : null;
}
