import { describe } from 'vitest';
import {
  encoded,
  foreignUnsaid,
  impatient,
  interrupted,
  nested,
  numbered,
  posting,
  restarted,
  stalled,
  unhurried,
  unlike,
} from '../../line/cases/runs.ts';
import { sameOnBothLines } from '../../line/same-on-both-lines.ts';

describe('the line in TypeScript and the native line', () => {
  sameOnBothLines('answers that take their time, and their histograms cell by cell', unhurried, { late: 0 });
  sameOnBothLines('Ctrl-C in the middle', interrupted);
  sameOnBothLines('the room is gone for a while and has forgotten everybody', restarted);
  sameOnBothLines('k6 itself stands still for a while', stalled);
  sameOnBothLines('keys that are numbers, which headers hold too', numbered);
  sameOnBothLines('nested JSON, and long keys', nested);
  sameOnBothLines('keys that an address holds only encoded', encoded);
  sameOnBothLines('more people than kinds of requests', unlike);
  sameOnBothLines('impatient people', impatient, { borderline: 3 });
  sameOnBothLines('functions that do not say how waiting looks, asked for in TypeScript', foreignUnsaid, { asks: 'typescript' });
  sameOnBothLines('polls by POST, asked for in TypeScript', posting);
});
