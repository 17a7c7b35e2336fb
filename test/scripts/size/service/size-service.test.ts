import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../run-cli.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const cwd = temporaryFolder();
const file = (name: string, content: object): string => {
  writeFileSync(join(cwd, name), JSON.stringify({ schema: 'surgeproof/service', version: 1, ...content }));
  return name;
};
const size = (...args: string[]) => runCli(['size', '--peak', '200/s', '--sd', '10%', '--unit', 'payments', ...args], { cwd });

const budget = { percentile: 99, limitMs: 1_200 };
const GOOD = {
  unit: 'payments',
  perPerson: 0.3,
  classes: { browse: { perPerson: 3, budget }, pay: { perPerson: 0.3, budget } },
  tiers: {
    app: { nodes: 4, serversPerNode: 16, demandMs: { browse: 12, pay: 40 }, waitsFor: ['db'] },
    db: { nodes: 1, serversPerNode: 24, fixed: true, demandMs: { browse: 3, pay: 12 } },
    partner: { limit: '300/s', visits: { pay: 1 }, timeMs: 120 },
  },
};

describe('surgeproof size --service', () => {
  it('says which tier breaks first and what it leaves out, and writes the plan', async () => {
    const { code, stdout } = await size('--service', file('good.json', GOOD), '--out', 'plan');
    expect(code).toBe(0);
    // One payment in the peak's unit is one request to the partner, which takes 300/s.
    expect(stdout).toMatch(/^partner breaks first, at 300 payments\/s, above the P95 peak of 234\/s\./);
    expect(stdout.replaceAll('\n', ' ')).toContain('balancers that deal out blindly (round robin, random) and bursts are not considered');
    const plan = JSON.parse(readFileSync(join(cwd, 'plan', 'service-plan.json'), 'utf8'));
    expect(plan.now).toMatchObject({ breaks: 'partner' });
    expect(readFileSync(join(cwd, 'plan', 'service-plan.html'), 'utf8')).toContain('partner breaks first');
  });

  it('names all problems of a file at once, those of its values and those of its names, with the near name', async () => {
    const bad = {
      classes: { browse: { perPerson: 3, budget }, pay: { perPersn: 0.3, budget: { percentile: 199, limitMs: 600 } } },
      tiers: {
        app: { nodes: 0, serversPerNode: 4, demandMs: { brows: 8, pay: 20 }, waitsFor: ['databse', 'app'] },
        database: { nodes: 4, most: 2, serversPerNode: 16, demandMs: { browse: 2, pay: 0 }, visits: { pay: 2 } },
        partner: { limit: '300', visits: { pay: 0 }, timeMs: 120 },
      },
    };
    const { code, stderr } = await size('--service', file('bad.json', bad));
    expect(code).toBe(2);
    expect(stderr.trim().split('\n').slice(1)).toEqual([
      'classes.pay.budget.percentile: must be at most 100, got 199',
      'classes.pay: must not have perPersn, which nothing reads; check the spelling',
      'tiers.app.nodes: must be at least 1, got 0',
      'tiers.partner.limit: must be a rate above 0 such as 300/s',
      'classes.pay.perPerson: must be given, or --surge or --run, which has a step of this name',
      'tiers.app.demandMs: must be of browse, pay, got brows; did you mean browse?',
      'tiers.app.waitsFor: must be of database, partner, got databse; did you mean database?',
      'tiers.app.waitsFor: must be of database, partner, got app',
      'tiers.database.most: must be at least nodes (4), got 2',
      'tiers.database.visits.pay: must be above 0 together with demandMs.pay, got one without the other',
      'tiers.partner: must be visited by a class, got none; give its demand by class, or leave the tier out',
    ]);
  });

  it.each([
    ['{', 'must be JSON'],
    ['[]', 'schema: must be surgeproof/service'],
    ['{"schema":"surgeproof/service","version":1,"classes":5,"tiers":[]}', 'classes: must be a record, got 5'],
  ])('refuses %s with a sentence', async (text, sentence) => {
    writeFileSync(join(cwd, 'odd.json'), text);
    const { code, stderr } = await size('--service', 'odd.json');
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });

  it('refuses what it would not consider', async () => {
    const { code, stderr } = await size('--service', file('good.json', GOOD), '--balancer', 'random', '--arrivals', 'access.log');
    expect(stderr).toContain('--service: must be given without --balancer, --arrivals; each tier is taken as one line');
    expect(code).toBe(2);
  });
});
