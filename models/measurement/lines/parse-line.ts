import type { MeasurementLine, WalkEndLine, WalkLine } from '../../workload/log/measurement-log.ts';
import { MEASUREMENT_LOG_VERSION } from '../../workload/log/measurement-log.ts';
import { FieldProblem, type Fields, fieldsOf, number } from './line-fields.ts';
import { endLine, headLine, secondLine } from './line-kinds.ts';
import { walkLine } from './walk-lines.ts';

/** A line that is no measurement. `refused`: written by another version, so that the whole log must not be read. */
export interface LineProblem {
  readonly problem: string;
  readonly refused: boolean;
}

/** Longest line that is looked at: 40,000 users in one VU and second stay far below. */
const MAX_LINE_LENGTH = 8_388_608;

/**
 * Reads one line of the measurement log. The log is untrusted: it comes from another process, may be cut in the middle (a killed
 * run) and carries text of the target. So nothing throws, sizes are bounded, fields that are not part of the log are dropped.
 *
 * @returns the line, or one sentence about what is wrong with it (which never repeats the line's own text)
 * @example parseMeasurementLine('{"surgeproof":"end","vu":1').problem // => 'measurement line: must be one JSON object, got 26 characters that are not (cut off?)'
 */
export function parseMeasurementLine(line: string): MeasurementLine | LineProblem {
  return parsed(line, measurementLine);
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
  if (line.length > MAX_LINE_LENGTH) return problem(`must have at most ${MAX_LINE_LENGTH} characters, got ${line.length}`);
  const fields = fieldsOf(readJson(line));
  if (fields === null) return problem(`must be one JSON object, got ${line.length} characters that are not (cut off?)`);
  try {
    return read(fields);
  } catch (error) {
    if (!(error instanceof FieldProblem)) throw error;
    return { problem: error.message, refused: error.refused };
  }
}

function measurementLine(fields: Fields): MeasurementLine {
  switch (fields.surgeproof) {
    case 'head':
      requireVersion(number(fields, 'version'));
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

const problem = (rule: string): LineProblem => ({ problem: `measurement line: ${rule}`, refused: false });
