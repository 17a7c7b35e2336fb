import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { k6AtHand, PATIENCE, runOf } from '../scripts/rehearsal.ts';
import { runCli } from '../scripts/run-cli.ts';
import { type Answer, json, shops } from '../scripts/shop/shop.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { codeBlocks } from '../support/markdown.ts';

k6AtHand();
const openShop = shops();
const TUTORIAL = 'docs/tutorial/first-rehearsal.md';

/** The shop that the tutorial describes: three endpoints and a bearer token. */
function tutorialShop(): Answer {
  const tokens = new Set<string>();
  return (request, response, body) => {
    if (request.url === '/api/session' && /"email":"p\d+@example\.com"/.test(body)) {
      const token = randomUUID();
      tokens.add(`Bearer ${token}`);
      return json(response, 201, { token });
    }
    if (!tokens.has(String(request.headers.authorization))) return json(response, 401, { error: 'no session' });
    if (request.url === '/api/items') return json(response, 200, [{ id: 7, name: 'tea' }]);
    const ordered = request.url === '/api/checkout' && request.headers['idempotency-key'] !== undefined && body.includes('"7"');
    return json(response, ordered ? 201 : 400, { order: 1 });
  };
}

it('the shop of the tutorial is rehearsed by its surge file as it stands', PATIENCE, async () => {
  const shop = await openShop(tutorialShop());
  const folder = temporaryFolder();
  const { text } = codeBlocks(TUTORIAL).find(({ language }) => language === 'ts')!;
  // Only the port is another: 9101 may be taken.
  writeFileSync(path.join(folder, 'shop.surge.ts'), text.replace('http://127.0.0.1:9101', shop.url));
  const run = path.join(folder, 'run');
  const { code, stdout, stderr } = await runCli(['rehearse', './shop.surge.ts', '--for', '5s', '--out', run], { cwd: folder });
  // PASS to INVALID by how busy this machine is; never FAIL, a wrong file or a bug.
  expect([0, 4, 5], stderr + stdout).toContain(code);
  const { steps, users } = runOf(run);
  expect(steps.map(({ step }) => step)).toEqual(['session', 'items', 'checkout']);
  for (const { attempts, outcomes } of steps) expect(outcomes.ok).toBe(attempts);
  // One person ahead, then everybody who arrived; a few tapped twice.
  const sent = steps.find(({ step }) => step === 'checkout')?.attempts ?? 0;
  expect(sent).toBeGreaterThanOrEqual(users.finished);
  expect(shop.requests.filter((one) => one === 'POST /api/checkout')).toHaveLength(1 + sent);
});
