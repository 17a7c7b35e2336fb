import { expect, it } from 'vitest';
import { ROWS } from './rows/all-rows.ts';
import { describeTable } from './table.ts';

it('names every broken run once', () => expect(new Set(ROWS.map(({ what }) => what)).size).toBe(ROWS.length));

describeTable('typescript');
