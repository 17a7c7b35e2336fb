import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wrapped } from '../../../scripts/terminal/wrapped.ts';
import { madeCommand } from './made-command.ts';

const { folder, file, run } = madeCommand();
const SAMPLE = 'docs/samples/digital-onnuri-launch.json';
// A table has its columns in a row, and a written path cannot be broken.
const tooWide = (text: string, width: number) => text.split('\n').filter((line) => line.length > width && !/^Written| {2,}/.test(line));

describe('announced events on a terminal', () => {
  it.each([40, 60, 80])('are told in lines of at most %d columns, alone and beside a series', async (width) => {
    const alone = await run(undefined, { events: SAMPLE }, width);
    expect(tooWide(alone.text, width)).toEqual([]);
    const wide = await run(undefined, { events: SAMPLE });
    // Narrow or wide, the words are the same.
    expect(alone.text.split(/\s+/)).toEqual(wide.text.split(/\s+/));
    expect(tooWide((await run(file, { events: SAMPLE }, width)).text, width)).toEqual([]);
  });

  it('bring no escape sequence of a name out', async () => {
    const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'));
    const events = path.join(folder, 'hostile.json');
    writeFileSync(events, JSON.stringify({ ...sample, events: [{ ...sample.events[0], name: 'red\u001b[31m\u202e' }] }));
    for (const given of [undefined, file]) {
      const { text } = await run(given, { events });
      expect(text).toContain('red: arrivals reach ');
      for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
    }
  });
});

describe('wrapped text', () => {
  it('counts Hangul as two columns', () => expect(wrapped('신청 마감 late', 9)).toEqual(['신청 마감', 'late']));
});
