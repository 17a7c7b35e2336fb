import { crc16 } from './crc16.ts';

/** What the QR at a store's counter says. */
export interface EmvMerchant {
  readonly merchant: string;
  /** At most 25 characters. */
  readonly name: string;
  /** At most 15 characters. */
  readonly city: string;
}

/** What a QR says that a terminal shows for one purchase. */
export interface EmvBill {
  /** Whole won. */
  readonly amount: number;
  /** At most 25 characters; names the bill. */
  readonly reference: string;
}

/** A QR that was read: the bill is there where it is one for a single purchase. */
export interface EmvQr extends EmvMerchant {
  readonly bill?: EmvBill;
}

/** Identifiers of EMVCo QRCPS Merchant-Presented Mode 1.1; 26 is the first template free for national schemes. */
const ID = {
  format: '00',
  initiation: '01',
  account: '26',
  category: '52',
  currency: '53',
  amount: '54',
  country: '58',
  name: '59',
  city: '60',
  additional: '62',
  crc: '63',
} as const;
const ACCOUNT = { scheme: '00', merchant: '01' } as const;
const REFERENCE_LABEL = '05';

const FORMAT = '01';
const STATIC_QR = '11';
const DYNAMIC_QR = '12';
/** Fictitious: the identifiers of the real schemes are not public. */
const SCHEME = 'com.example.surgeproof';
/** Of the QR that stores had before two schemes were merged: nobody pays by it any more. */
const LEGACY_SCHEME = 'com.example.before-merger';
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
const headOf = (initiation: string): string => field(ID.format, FORMAT) + field(ID.initiation, initiation);
const STATIC_HEAD = headOf(STATIC_QR);
const DYNAMIC_HEAD = headOf(DYNAMIC_QR);
const TERMS = field(ID.category, CATEGORY) + field(ID.currency, CURRENCY);
const IN_COUNTRY = field(ID.country, COUNTRY);
const IN_SCHEME = field(ACCOUNT.scheme, SCHEME);
const IN_LEGACY_SCHEME = field(ACCOUNT.scheme, LEGACY_SCHEME);

function payload({ merchant, name, city }: EmvMerchant, scheme: string, bill?: EmvBill): string {
  const account = field(ID.account, scheme + field(ACCOUNT.merchant, merchant));
  const head = (bill === undefined ? STATIC_HEAD : DYNAMIC_HEAD) + account + TERMS;
  const amount = bill === undefined ? '' : field(ID.amount, String(bill.amount), 13);
  const store = field(ID.name, name, 25) + field(ID.city, city, 15);
  const reference = bill === undefined ? '' : field(ID.additional, field(REFERENCE_LABEL, bill.reference, 25));
  const body = `${head}${amount}${IN_COUNTRY}${store}${reference}${ID.crc}04`;
  return body + crc16(body);
}

/**
 * Text of a merchant-presented QR (fields of identifier, length in characters, value; CRC last): static, as it lies on a counter, or
 * dynamic with the bill of one purchase. Throws a RangeError when a value is empty or longer than its field allows.
 */
export const emvPayload = (merchant: EmvMerchant, bill?: EmvBill): string => payload(merchant, IN_SCHEME, bill);

/** The QR a store had before the merger: well made, and of a scheme that is no more. */
export const legacyPayload = (merchant: EmvMerchant): string => payload(merchant, IN_LEGACY_SCHEME);

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

/** The bill of a dynamic QR; null when it is not whole. */
function billOf(fields: ReadonlyMap<string, string>): EmvBill | null {
  const reference = fieldsOf(fields.get(ID.additional) ?? '')?.get(REFERENCE_LABEL);
  const amount = fields.get(ID.amount) ?? '';
  return reference !== undefined && /^[1-9]\d{0,11}$/.test(amount) ? { amount: Number(amount), reference } : null;
}

/**
 * Reads the text of a scanned QR, which may be anything: null unless the CRC is right, it is the last field, and the QR is one
 * of this scheme in won, with a bill if it is a dynamic one.
 */
export function parseEmvPayload(text: string): EmvQr | null {
  if (text.length > 512 || text.slice(-8, -4) !== `${ID.crc}04` || crc16(text.slice(0, -4)) !== text.slice(-4)) return null;
  const fields = fieldsOf(text);
  const account = fieldsOf(fields?.get(ID.account) ?? '');
  const [merchant, name, city] = [account?.get(ACCOUNT.merchant), fields?.get(ID.name), fields?.get(ID.city)];
  const ours = fields?.get(ID.format) === FORMAT && account?.get(ACCOUNT.scheme) === SCHEME && fields.get(ID.currency) === CURRENCY;
  if (fields === null || !ours || merchant === undefined || name === undefined || city === undefined) return null;
  if (fields.get(ID.initiation) !== DYNAMIC_QR) return { merchant, name, city };
  const bill = billOf(fields);
  return bill === null ? null : { merchant, name, city, bill };
}
