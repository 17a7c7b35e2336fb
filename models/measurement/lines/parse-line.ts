import {
  MEASUREMENT_LOG_VERSION,
  type MeasurementLine,
  type SealedLine,
  type WalkEndLine,
  type WalkLine,
} from '../../workload/log/measurement-log.ts';
import { type Digest, isIntact } from '../../workload/log/seal.ts';
import { FieldProblem, type Fields, fieldsOf, number, text, whole as wholeNumber } from './line-fields.ts';
import { endLine, headLine, secondLine } from './line-kinds.ts';
import { walkLine } from './walk-lines.ts';

/** A line that is no measurement. `refused`: written by another version, so that the whole log must not be read. */
export interface LineProblem {
  readonly problem: string;
  readonly refused: boolean;
  /** Its beginning is that of a line and its end is missing: what a kill leaves of the last line. */
  readonly torn: boolean;
  /** VU and second, as far as they can still be read; null otherwise. */
  readonly vu: number | null;
  readonly second: number | null;
}

/** Longest line that is looked at: 40,000 users in one VU and second stay far below. */
const MAX_LINE_LENGTH = 8_388_608;
/** What a line of the log begins with. */
const BEGINNING = '{"surgeproof":';
/** VU and second stand among the first fields. */
const NAMED_WITHIN = 200;

/**
 * Reads one line of the measurement log. The log is untrusted: it comes from another process, may be cut in the middle (a killed
 * run) and carries text of the target. So nothing throws, sizes are bounded, fields that are not part of the log are dropped.
 *
 * @returns the line, or one sentence about what is wrong with it (which never repeats the line's own text)
 * @example parseMeasurementLine('{"surgeproof":"end","vu":1', (text) => text).problem // => 'measurement line: must be one JSON object, got 26 characters that are not (cut off?)'
 */
export function parseMeasurementLine(line: string, digest: Digest): SealedLine | LineProblem {
  return parsed(line, (fields) => measurementLine(fields, () => isIntact(line, digest)));
}

/** Reads one line of a walk, under the same rules. */
export function parseWalkLine(line: string): WalkLine | WalkEndLine | LineProblem {
  return parsed(line, walkLine);
}

/** Tells a problem from a line. */
export function isLineProblem(line: object): line is LineProblem {
  return 'problem' in line;
}

function parsed<Line>(line: string, read: (fields: Fields) => Line): Line | LineProblem {
  const refuse = (rule: string, torn = false): LineProblem => ({
    problem: `measurement line: ${rule}`,
    refused: false,
    torn,
    ...named(line),
  });
  if (line.length > MAX_LINE_LENGTH) return refuse(`must have at most ${MAX_LINE_LENGTH} characters, got ${line.length}`);
  const fields = fieldsOf(readJson(line));
  if (fields === null) return refuse(`must be one JSON object, got ${line.length} characters that are not (cut off?)`, beginsLikeOne(line));
  try {
    return read(fields);
  } catch (error) {
    if (!(error instanceof FieldProblem)) throw error;
    return { problem: error.message, refused: error.refused, torn: false, ...named(line) };
  }
}

const beginsLikeOne = (line: string): boolean => line.startsWith(BEGINNING) || BEGINNING.startsWith(line);

/** VU and second of a line that cannot be read, for the sentence about it. */
function named(line: string): Pick<LineProblem, 'vu' | 'second'> {
  const start = line.slice(0, NAMED_WITHIN);
  const of = (name: string): number | null => {
    const found = new RegExp(`"${name}":(\\d{1,10})\\b`).exec(start)?.[1];
    return found === undefined ? null : Number(found);
  };
  return { vu: of('vu'), second: of('second') };
}

/** A head line of version 2 has no checksum; where one is there and does not fit, the version may be what was altered. */
function measurementLine(fields: Fields, isWhole: () => boolean): SealedLine {
  const whole = isWhole();
  if (fields.surgeproof === 'head' && (whole || fields.sum === undefined)) requireVersion(number(fields, 'version'));
  if (!whole) throw new FieldProblem('sum', 'must be the checksum of its text: the line was altered');
  return { ...lineOf(fields), run: text(fields, 'run'), seq: wholeNumber(fields, 'seq') };
}

function lineOf(fields: Fields): MeasurementLine {
  switch (fields.surgeproof) {
    case 'head':
      return headLine(fields);
    case 'second':
      return secondLine(fields);
    case 'end':
      return endLine(fields);
    default:
      throw new FieldProblem('surgeproof', 'must be head, second or end');
  }
}

function requireVersion(version: number): void {
  if (version === MEASUREMENT_LOG_VERSION) return;
  const rule = `must be ${MEASUREMENT_LOG_VERSION}, got ${version}: read this log with the surgeproof that wrote it`;
  throw new FieldProblem('version', rule, true);
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
