import { fairness } from './rows/fairness.ts';
import { clocks } from './rows/log/clocks.ts';
import { served } from './rows/people/served.ts';
import { room } from './rows/room.ts';
import { describeTable } from './table.ts';

/** What concerns people who wait, and time; `npm run test:long` has the whole table. */
describeTable('native', [...fairness, ...room, ...served, ...clocks]);
