import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../reports/run/render-markdown.ts';
import { madeReport } from '../made/run.ts';

describe('report as Markdown', () => {
  it('begins with the verdict in one sentence, then findings and what to do, then every step', () => {
    const lines = renderMarkdown(madeReport({ collapses: true })).split('\n');
    expect(lines[0]).toBe('## ✗ FAIL: “register” took 6.38 s at p95 (budget 1.5 s) while 44,723 people waited in the queue.');
    expect(lines.slice(2, 4)).toEqual(['- Two app nodes were busy 97 % of the time.', '- Rehearse again with the same seed.']);
    expect(lines[5]).toBe('### Steps');
    expect(lines).toContain('| Register a card | ✗ FAIL | 28,910 | 99.7 | 7.5 | 2.4 s | 4.27 s | 5.04 s | 6.84 s | 14.4 s | p95 ≤ 1.5 s |');
  });

  it('is short enough for a pull request, also with forty steps', () => {
    expect(renderMarkdown(madeReport({ collapses: true })).split('\n').length).toBeLessThan(65);
    const many = renderMarkdown(madeReport({ steps: 40, room: false }));
    expect(many.split('\n').length).toBeLessThan(65);
    expect(many).toContain('25 more steps are in the report.');
  });

  it('stays short when everything failed, and says how much it leaves out', () => {
    const report = madeReport({ collapses: true });
    const failing = report.verdict.criteria.find((one) => one.verdict === 'FAIL')!;
    const many = Array.from({ length: 30 }, (_, index) => ({ ...failing, id: `budgets.step${index}.p95`, title: `step${index}` }));
    const passing = report.verdict.criteria.filter((one) => one.verdict === 'PASS').slice(0, 4);
    const text = renderMarkdown({ ...report, verdict: { ...report.verdict, criteria: [...passing, ...many] } });
    // 10 rows of 30 are shown; what passed is not listed.
    expect(text.match(/^\| step\d+, /gm)).toHaveLength(10);
    expect(text).toContain('20 more did not pass; they are in the report.');
  });

  it('folds what was not measured into one line', () => {
    const text = renderMarkdown(madeReport({ allErrors: true, room: false }));
    expect(text).toContain('9 criteria were not measured: Log in (p50, p95, p99), Register a card (p50, p95, p99)');
    expect(text).not.toContain('INCONCLUSIVE');
  });

  it('lets no name of the target become markup, a mention or a new cell', () => {
    const text = renderMarkdown(
      madeReport({ collapses: true, stepName: 'a|b</script>', cause: '`x` [l](http://e) @all <img src=x>\n# big' }),
    );
    expect(text).not.toMatch(/<\/script>|<img|@all|\n# big|(?<!\\)\]\(http/);
    const rows = text.split('\n').filter((line) => line.startsWith('| a\\|b'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([6, 9, 13]).toContain(row.replace(/\\./g, '').split('|').length);
  });

  it('says so when nothing was measured', () => {
    const text = renderMarkdown(madeReport({ empty: true }));
    expect(text).toContain('No arrivals: nothing was sent.');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});
