import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../reports/run/render-html.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { madeReport } from './made/run.ts';

const HOSTILE = '</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>';

// Run in the page, as text: this program knows no browser types.
/** Dark pixels of each canvas. */
const INKED = `[...document.querySelectorAll('canvas')].map((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, index) => index % 4 === 0 && value < 128).length;
})`;
/** Whether a script that was not in the page when it was written runs. */
const SMUGGLE = `(() => {
  const script = document.createElement('script');
  script.textContent = 'window.smuggled = true';
  document.body.append(script);
  return 'smuggled' in window;
})()`;
const CORNER = "document.querySelector('canvas').getContext('2d').getImageData(2, 2, 1, 1).data";

describe('the report in Chromium', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'surgeproof-report-'));
  let browser: Chromium;

  beforeAll(async () => {
    browser = await startChromium();
    writeFileSync(path.join(folder, 'good.html'), await renderHtml(madeReport()));
    writeFileSync(
      path.join(folder, 'hostile.html'),
      await renderHtml(madeReport({ collapses: true, stepName: HOSTILE, cause: `${HOSTILE}\`|한글` })),
    );
    writeFileSync(path.join(folder, 'many.html'), await renderHtml(madeReport({ steps: 14, room: false, seconds: 40, people: 3_000 })));
    writeFileSync(path.join(folder, 'empty.html'), await renderHtml(madeReport({ empty: true })));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report and collects everything it complains of or asks the network for. */
  async function open(
    name: string,
    options?: BrowserContextOptions,
  ): Promise<{ page: Page; complaints: string[]; done: () => Promise<void> }> {
    const context = await browser.open(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    const url = pathToFileURL(path.join(folder, `${name}.html`)).href;
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return { page, complaints, done: () => context.close() };
  }

  for (const name of ['good', 'hostile', 'empty'])
    it(`draws every chart without a console message or a network request: ${name}`, async () => {
      const { page, complaints, done } = await open(name);
      const places = await page.locator('[data-chart]').count();
      expect(places).toBeGreaterThanOrEqual(2);
      await page.waitForSelector('html[data-charts]');
      expect(await page.locator('.drawn canvas').count()).toBe(places);
      const inked = await page.evaluate<number[]>(INKED);
      for (const dark of inked) expect(dark).toBeGreaterThan(100);
      expect(complaints).toEqual([]);
      await done();
    });

  it('runs nothing that a name of the target contains', async () => {
    const { page, done } = await open('hostile');
    await page.waitForSelector('html[data-charts]');
    expect(await page.evaluate("'hacked' in window")).toBe(false);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.locator('td, th, h1, h2').filter({ hasText: '<script>' }).count()).toBeGreaterThan(0);
    await done();
  });

  it('would stop a script that came through, by its content security policy', async () => {
    const { page, done } = await open('good');
    const ran = await page.evaluate(SMUGGLE);
    expect(ran).toBe(false);
    await done();
  });

  it('shows every chart as an image when scripts may not run', async () => {
    const { page, complaints, done } = await open('good', { javaScriptEnabled: false });
    const images = page.locator('figure.chart img');
    expect(await images.count()).toBe(10);
    for (const image of await images.all()) expect(await image.isVisible()).toBe(true);
    expect(await page.locator('button[data-copy]').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await done();
  });

  it('does not scroll sideways on a phone', async () => {
    const { page, done } = await open('hostile', { viewport: { width: 400, height: 800 } });
    await page.waitForSelector('html[data-charts]');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
    await done();
  });

  it('draws dark charts for who prefers dark, and redraws when that changes', async () => {
    const { page, done } = await open('good', { colorScheme: 'dark' });
    const corner = (): Promise<number[]> => page.evaluate<number[]>(`[...${CORNER}].slice(0, 3)`);
    await page.waitForSelector('html[data-charts]');
    // The paper of the dark theme, #14171C, and of the light one.
    expect(await corner()).toEqual([0x14, 0x17, 0x1c]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForSelector('html[data-charts=light]');
    expect(await corner()).toEqual([255, 255, 255]);
    await done();
  });

  it('prints the images instead of the canvases; summary, surge and people first', async () => {
    const { page, done } = await open('good');
    await page.waitForSelector('html[data-charts]');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('canvas:visible').count()).toBe(0);
    expect(await page.locator('figure.chart img:visible').count()).toBe(10);
    const top = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())!.y;
    expect(await top('#summary')).toBeLessThan(await top('#surge'));
    expect(await top('#surge')).toBeLessThan(await top('#people'));
    expect(await top('#people')).toBeLessThan(await top('#steps'));
    await done();
  });

  it('copies the summary as Markdown', async () => {
    const { page, done } = await open('good', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('button[data-copy]').click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(/^## ✓ PASS: Every limit was kept/);
    await done();
  });

  it('draws charts of folded pages in their full width when they are opened', async () => {
    const { page, complaints, done } = await open('many');
    await page.waitForSelector('html[data-charts]');
    const folded = page.locator('details.page-of-charts').first();
    await folded.locator('summary').first().click();
    const canvas = folded.locator('canvas');
    await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(600);
    expect(complaints).toEqual([]);
    await done();
  });

  it('uses its own font, with Hangul in it', async () => {
    const { page, done } = await open('hostile');
    await page.waitForSelector('html[data-charts]');
    const faces = await page.evaluate<string[]>("[...document.fonts].map((face) => [face.family, face.weight, face.status].join(' '))");
    expect(faces.sort()).toEqual(['Pretendard 400 loaded', 'Pretendard 700 loaded']);
    await done();
  });
});
