import type { HeadLine } from './measurement-log.ts';

/** Eight hexadecimal digits for a text: the first of its SHA-256, as k6 and Node compute it natively. */
export type Digest = (text: string) => string;

const DIGITS = 8;
/** `,"sum":"` before the digits, `"}` after them. */
const SUM = /,"sum":"([0-9a-f]{8})"\}$/;
const SUM_LENGTH = ',"sum":""}'.length + DIGITS;

/** A digest of the log from a whole SHA-256 in hexadecimal digits. */
export const shortened = (sha256: string): string => sha256.slice(0, DIGITS);

/** What all lines of a run carry: the head line without the number of its VU says what the run is. */
export const runDigest = (head: HeadLine, digest: Digest): string => digest(JSON.stringify({ ...head, vu: 0 }));

/** The text of a line with its checksum, which covers everything before it. `text`: a JSON object. */
export function withSum(text: string, digest: Digest): string {
  const open = text.slice(0, -1);
  return `${open},"sum":"${digest(open)}"}`;
}

/** The text of a line as it stands in the log: with its run, its number and its checksum. */
export const sealed = (text: string, run: string, seq: number, digest: Digest): string =>
  withSum(`${text.slice(0, -1)},"run":"${run}","seq":${seq}}`, digest);

/** Whether the checksum of a line fits its text. */
export function isIntact(line: string, digest: Digest): boolean {
  const sum = SUM.exec(line.slice(-SUM_LENGTH))?.[1];
  return sum !== undefined && sum === digest(line.slice(0, -SUM_LENGTH));
}

/** The text of a sealed line without its checksum. */
export const withoutSum = (line: string): string => `${line.slice(0, -SUM_LENGTH)}}`;
