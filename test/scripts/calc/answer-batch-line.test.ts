import { describe, expect, it } from 'vitest';
import { answerBatchLine } from '../../../scripts/calc/answer-batch-line.ts';

describe('answerBatchLine', () => {
  const answer = async (line: string) =>
    JSON.parse(await answerBatchLine(line, 7)) as { id: unknown; value?: unknown; error?: { code: string; message: string } };

  it('answers with the id it was given', async () =>
    expect(await answer('{"id":"a","fn":"zone-servers","args":{"needed":40,"zones":3}}')).toEqual({ id: 'a', value: 60 }));

  it.each(['{"id":1', '[1]', 'null', '""', '{"id":1,"args":{}}', '{"id":1,"fn":"mmc","args":[1]}'])(
    'answers %s with its line number',
    async (line) => {
      const { error } = await answer(line);
      expect(error?.code).toBe('malformed-line');
      expect(error?.message).toMatch(/^line 7: /);
    },
  );

  it('does not read a line without end', async () =>
    expect((await answer('x'.repeat(10_000_001))).error?.message).toMatch(/at most 10000000 characters/));
});
