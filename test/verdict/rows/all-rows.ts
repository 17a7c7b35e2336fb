import type { Row } from '../row.ts';
import { answers } from './answers.ts';
import { audit } from './audit.ts';
import { books } from './books.ts';
import { clean } from './clean.ts';
import { evidence } from './evidence.ts';
import { fairness } from './fairness.ts';
import { guard } from './guard.ts';
import { clocks } from './log/clocks.ts';
import { endings } from './log/endings.ts';
import { log } from './log/log.ts';
import { lostLines } from './log/lost-lines.ts';
import { people } from './people/people.ts';
import { served } from './people/served.ts';
import { room } from './room.ts';
import { otherAnswers } from './second-person/answers.ts';
import { otherBooks } from './second-person/books.ts';
import { otherLogs } from './second-person/other-logs.ts';
import { parts } from './second-person/parts.ts';
import { passesAndKeys } from './second-person/passes.ts';
import { fewPeople } from './second-person/people.ts';
import { sums } from './second-person/sums.ts';
import { thin } from './thin.ts';

/** The whole table: the attack note by its chapters, then a kind for each branch that adds to it. */
export const ROWS: readonly Row[] = [
  ...[clean, served, answers, lostLines, endings, fairness, books, clocks, thin],
  ...[people, evidence, log, room, audit, guard],
  ...[otherAnswers, fewPeople, passesAndKeys, parts, otherLogs, sums, otherBooks],
].flat();
