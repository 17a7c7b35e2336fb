import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { merchantOf } from '../../../models/people/merchant.ts';
import { type EmvBill, emvPayload, parseEmvPayload } from '../../../models/protocols/emv-qr.ts';

// Two libraries that others wrote, CommonJS both: ours stays because k6 runs it, one of theirs only reads, and both refuse what is well made.
const require = createRequire(import.meta.url);
const { parseQR, getCrcInfo, QRParseMode } = require('emvco-qr-sdk');
const QR_MODE_OF_FIELDS = QRParseMode.TLV;
const { Merchant } = require('emv-qrcps');

const QRS: readonly (readonly [string, EmvBill | undefined])[] = [
  ['a static QR', undefined],
  ['the QR of a terminal', { amount: 18_000, reference: 'l0abcdef-0123456789ab' }],
];

/** The same QR, built field by field by another library. */
function builtElsewhere(bill: EmvBill | undefined): string {
  const { merchant, name, city } = merchantOf(7);
  const account = Merchant.buildMerchantAccountInformation();
  account.setGloballyUniqueIdentifier('com.example.surgeproof');
  account.addPaymentNetworkSpecific('01', merchant);
  const qr = Merchant.buildEMVQR();
  qr.setPayloadFormatIndicator('01');
  qr.setPointOfInitiationMethod(bill === undefined ? '11' : '12');
  qr.addMerchantAccountInformation('26', account);
  qr.setMerchantCategoryCode('5411');
  qr.setTransactionCurrency('410');
  if (bill !== undefined) qr.setTransactionAmount(String(bill.amount));
  qr.setCountryCode('KR');
  qr.setMerchantName(name);
  qr.setMerchantCity(city);
  if (bill !== undefined) {
    const additional = Merchant.buildAdditionalDataFieldTemplate();
    additional.setReferenceLabel(bill.reference);
    qr.setAdditionalDataFieldTemplate(additional);
  }
  return qr.generatePayload();
}

describe.each(QRS)('%s', (_, bill) => {
  it('is what emv-qrcps builds, character for character, and ours reads theirs', () => {
    expect(builtElsewhere(bill)).toBe(emvPayload(merchantOf(7), bill));
    expect(parseEmvPayload(builtElsewhere(bill))).toMatchObject({ merchant: 'm0007', ...(bill === undefined ? {} : { bill }) });
  });

  it('is right for emvco-qr-sdk, whose CRC is that of ours', () => {
    const payload = emvPayload(merchantOf(7), bill);
    const fields = parseQR(payload, { parseMode: QR_MODE_OF_FIELDS });
    expect(getCrcInfo(payload, fields)).toEqual({ value: payload.slice(-4), isValid: true });
    expect(fields.find(({ tag }: { tag: string }) => tag === '54')?.value).toBe(bill === undefined ? undefined : '18000');
  });
});
