import type { WalkEndLine, WalkLine } from '../../workload/log/measurement-log.ts';
import { asText, FieldProblem, type Fields, number, oneOf, text, whole } from './line-fields.ts';

const ENDINGS: readonly WalkEndLine['ended'][] = ['finished', 'gave-up', 'script'];

/** A line of a walk: one request, or the end of one journey. */
export function walkLine(fields: Fields): WalkLine | WalkEndLine {
  switch (fields.surgeproof) {
    case 'walk':
      return {
        surgeproof: 'walk',
        journey: text(fields, 'journey'),
        step: text(fields, 'step'),
        method: text(fields, 'method'),
        path: text(fields, 'path'),
        status: fields.status === null ? null : whole(fields, 'status'),
        ms: number(fields, 'ms'),
        cause: fields.cause === null ? null : asText(fields.cause, 'cause'),
        body: text(fields, 'body'),
      };
    case 'walk-end':
      return {
        surgeproof: 'walk-end',
        journey: text(fields, 'journey'),
        ended: oneOf(ENDINGS, fields.ended, 'ended'),
        reason: text(fields, 'reason'),
      };
    default:
      throw new FieldProblem('surgeproof', 'must be walk or walk-end');
  }
}
