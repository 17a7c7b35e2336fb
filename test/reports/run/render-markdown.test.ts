import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../reports/run/render-markdown.ts';
import { madeReport } from '../made-run.ts';

describe('report as Markdown', () => {
  it('begins with the verdict in one sentence, then what to do', () => {
    const lines = renderMarkdown(madeReport({ collapses: true })).split('\n');
    expect(lines[0]).toBe('## ✗ FAIL: register-card took 6.38 s at p95 (budget 1.5 s) while 44723 people waited.');
    expect(lines[2]).toBe('- Rehearse again with the same seed.');
  });

  it('is short enough for a pull request', () => {
    expect(renderMarkdown(madeReport({ collapses: true })).split('\n').length).toBeLessThan(60);
  });

  it('stays short when everything failed, and says how much it leaves out', () => {
    const report = madeReport({ collapses: true });
    const failing = report.verdict.criteria.find((one) => one.verdict === 'FAIL')!;
    const many = Array.from({ length: 30 }, (_, index) => ({ ...failing, id: `budgets.step${index}.p95`, subject: `step${index}` }));
    const passing = report.verdict.criteria.filter((one) => one.verdict === 'PASS').slice(0, 4);
    const text = renderMarkdown({ ...report, verdict: { ...report.verdict, criteria: [...passing, ...many] } });
    // 20 rows of 34 are shown, the failing ones first: 14 are left, 10 of them failed.
    expect(text.match(/^\| step\d+ /gm)).toHaveLength(20);
    expect(text).toContain('14 more are in the report, 10 of them failed.');
  });

  it('lets no name of the target become markup, a mention or a new cell', () => {
    const text = renderMarkdown(
      madeReport({ collapses: true, stepName: 'a|b</script>', cause: '`x` [l](http://e) @all <img src=x>\n# big' }),
    );
    expect(text).not.toMatch(/<\/script>|<img|@all|\n# big|(?<!\\)\]\(http/);
    const rows = text.split('\n').filter((line) => line.startsWith('| a\\|b'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect([6, 10]).toContain(row.replace(/\\./g, '').split('|').length);
  });

  it('says so when nothing was measured', () => {
    const text = renderMarkdown(madeReport({ empty: true }));
    expect(text).toContain('Nobody arrived: there was no surge.');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});
