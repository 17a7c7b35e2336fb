import { describe, expect, it } from 'vitest';
import { withStub } from '../../../../scripts/bench/harness/with-stub.ts';

const join = async (url: string): Promise<Record<string, unknown>> =>
  (await fetch(`${url}/queue/register/join`, { method: 'POST', body: '{}' })).json() as Promise<Record<string, unknown>>;

describe('the stub target', () => {
  it('keeps people in line and counts those who have polled, each once', async () => {
    await withStub({ pollMs: 5_000, answerAfter: null }, async ({ url, tally }) => {
      const [first, second] = [await join(url), await join(url)];
      expect([first.ticket, second.ticket, first.state, first.pollMs]).toEqual([1, 2, 'waiting', 5_000]);
      for (const { key } of [first, first, second]) await fetch(`${url}/queue/poll?key=${key}`);
      expect(await tally()).toEqual({ joined: 2, polls: 3, pollers: 2, served: 0 });
    });
  });

  it('lets everybody in when nobody is to poll, and gives them a cookie', async () => {
    await withStub({ pollMs: null, answerAfter: null }, async ({ url, tally }) => {
      expect((await join(url)).state).toBe('admitted');
      expect((await fetch(`${url}/open`)).headers.get('set-cookie')).toMatch(/^sid=/);
      expect((await tally()).served).toBe(1);
    });
  });

  it('gives up waiting for a crowd when the load generator has ended', async () => {
    await withStub({ pollMs: 5_000, answerAfter: null }, async ({ until }) => {
      await expect(until(({ joined }) => joined > 0, Promise.resolve())).rejects.toThrow('k6 must run until its users are there');
    });
  });
});
