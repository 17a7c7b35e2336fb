/** A file that is no CSV: what it is, and what to do. */
interface OtherFile {
  readonly kind: string;
  readonly remedy: string;
}

/** First bytes, as Latin letters. */
const BINARY: readonly (OtherFile & { readonly begins: string })[] = [
  { begins: 'PK', kind: 'a spreadsheet (xlsx)', remedy: 'save it as CSV first' },
  { begins: '\u00d0\u00cf', kind: 'a spreadsheet (xls)', remedy: 'save it as CSV first' },
  { begins: '\u001f\u008b', kind: 'a compressed file (gzip)', remedy: 'unpack it first' },
  { begins: 'PAR1', kind: 'a Parquet file', remedy: 'write it as CSV first' },
];
const TEXT: readonly (OtherFile & { readonly looks: RegExp })[] = [
  { looks: /^\s*<(!doctype|html|table|\?xml|head|meta)/i, kind: 'a web page', remedy: 'export the data as CSV' },
  { looks: /^\s*(\{|\[\s*[[{])/, kind: 'JSON', remedy: 'write a line of names, and a line of time and value for each point' },
];
const LOOKED_AT = 512;

/** What a file is that other programs write in the place of a CSV; null for what may be one. */
export function otherFile(bytes: Uint8Array): OtherFile | null {
  const beginning = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  const text = beginning.replace(/^\u00ef\u00bb\u00bf/, '');
  return BINARY.find(({ begins }) => beginning.startsWith(begins)) ?? TEXT.find(({ looks }) => looks.test(text)) ?? null;
}
