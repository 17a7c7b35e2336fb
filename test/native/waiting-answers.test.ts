import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { netfunnelDialect } from '../../engine/waiting-room/dialects/netfunnel.ts';
import { surgeproofDialect } from '../../engine/waiting-room/dialects/surgeproof.ts';
import type { WaitingAnswer, WaitingRoomDialect } from '../../models/definition/waiting-room-dialect.ts';

/** Read by `go test` too (engine/native/answers/waiting_test.go). null: Go gives the answer back, and `read` of the dialect decides. */
const {
  forms,
  answers,
}: {
  readonly forms: Record<string, WaitingAnswer>;
  readonly answers: readonly { form: string; says: string; body: string; key: string; intervalMs: number | null }[];
} = JSON.parse(readFileSync('engine/native/testdata/waiting-answers.json', 'utf8'));

const DIALECTS: Record<string, WaitingRoomDialect> = {
  ours: surgeproofDialect,
  netfunnel: netfunnelDialect,
  'netfunnel with key': netfunnelDialect,
};

describe('an answer that Go reads as "still waiting"', () => {
  const read = answers.flatMap(({ form, says, body, key, intervalMs }) => {
    const dialect = DIALECTS[form];
    return dialect && intervalMs !== null ? [{ form, says, body, key, intervalMs, dialect }] : [];
  });

  it('is looked for in the form of the built-in dialects', () => {
    expect([forms.ours, forms.netfunnel]).toEqual([surgeproofDialect.waiting, netfunnelDialect.waiting]);
  });

  it('occurs', () => expect(read.length).toBeGreaterThan(15));

  it.each(read)('is read alike in TypeScript: $form, $says', ({ dialect, body, key, intervalMs }) => {
    expect(dialect.read(200, body, key)).toMatchObject({ state: 'waiting', key, pollMs: intervalMs });
  });
});
