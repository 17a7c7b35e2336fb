import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { palettePng } from '../../../reports/charts/png/palette-png.ts';
import { type RenderedChart, renderCharts } from '../../../reports/run/render-charts.ts';
import { madeReport } from '../made/run.ts';

type Area = readonly [x: number, y: number, width: number, height: number];

async function pixels(
  png: Buffer,
): Promise<{ width: number; height: number; dark: (area: Area) => number; like: (colour: readonly number[], area: Area) => number }> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const count = ([x, y, width, height]: Area, holds: (r: number, g: number, b: number) => boolean): number => {
    const { data } = context.getImageData(x, y, width, height);
    let found = 0;
    for (let i = 0; i < data.length; i += 4) if (holds(data[i]!, data[i + 1]!, data[i + 2]!)) found++;
    return found;
  };
  return {
    ...{ width: image.width, height: image.height },
    dark: (area) => count(area, (r, g, b) => r + g + b < 330),
    like: ([r, g, b], area) => count(area, (red, green, blue) => Math.abs(red - r!) + Math.abs(green - g!) + Math.abs(blue - b!) < 24),
  };
}

describe('charts as PNG', () => {
  let charts: RenderedChart[];
  const chart = (name: string): Buffer => charts.find((one) => one.name === name)!.png;
  beforeAll(async () => {
    charts = await renderCharts(madeReport({ collapses: true }));
  });

  it('are 760 CSS pixels wide at double density unless another width is asked for', async () => {
    expect((await pixels(chart('people'))).width).toBe(1520);
    const [narrow] = await renderCharts(madeReport(), 600);
    expect((await pixels(narrow!.png)).width).toBe(1200);
  });

  it('have a title at the top left, ticks below and labels at the right edge: none is blank', async () => {
    for (const { name, png } of charts) {
      const image = await pixels(png);
      expect(image.dark([0, 0, 600, 130]), `${name}: title`).toBeGreaterThan(150);
      expect(image.dark([0, image.height - 130, image.width, 130]), `${name}: ticks`).toBeGreaterThan(20);
      expect(image.dark([image.width - 200, 80, 200, image.height - 200]), `${name}: labels`).toBeGreaterThan(20);
    }
  });

  it('draw the limit in vermilion and the slow step in its own colour', async () => {
    const image = await pixels(chart('latency-over-time'));
    const whole: Area = [0, 0, image.width, image.height];
    // #D55E00, and the fifth of the colours for steps.
    expect(image.like([213, 94, 0], whole)).toBeGreaterThan(1000);
    expect(image.like([194, 72, 127], whole)).toBeGreaterThan(1000);
  });

  it('shade the breach only where p95 was over its limit', async () => {
    // The crimson of a breach on white.
    const breach = [246, 222, 228];
    const [slow, fast] = await Promise.all([
      pixels(chart('latency-over-time')),
      renderCharts(madeReport()).then((all) => pixels(all[2]!.png)),
    ]);
    expect(slow.like(breach, [0, 0, slow.width, slow.height])).toBeGreaterThan(50_000);
    expect(fast.like(breach, [0, 0, fast.width, fast.height])).toBeLessThan(5000);
  });

  it('draw the heat map in its colours', async () => {
    const image = await pixels(chart('heat-map'));
    // #0A4088, the second darkest of nine levels.
    expect(image.like([10, 64, 136], [0, 0, image.width, image.height])).toBeGreaterThan(5000);
  });

  it('draw Hangul as Hangul: two words of two syllables would be the same two boxes', async () => {
    const title = async (stepName: string): Promise<Buffer> => {
      const all = await renderCharts(madeReport({ stepName, collapses: true }));
      return all.find((one) => one.name === 'latency-over-time')!.png;
    };
    expect((await title('등록')).equals(await title('결제'))).toBe(false);
  });
});

describe('palette PNG', () => {
  it('gives back every pixel exactly while there are at most 256 colours', async () => {
    const rgba = new Uint8Array(16 * 16 * 4).map((_, i) => (i % 4 === 3 ? 255 : ((i >> 2) * (1 + (i % 4))) % 256));
    const image = await loadImage(palettePng(rgba, 16, 16));
    const context = createCanvas(16, 16).getContext('2d');
    context.drawImage(image, 0, 0);
    expect([...context.getImageData(0, 0, 16, 16).data]).toEqual([...rgba]);
  });

  it('keeps the most frequent colours and moves the others to their nearest', async () => {
    // 300 greys-to-red shades once each and white everywhere else.
    const rgba = new Uint8Array(64 * 64 * 4).fill(255);
    for (let i = 0; i < 300; i++) rgba.set([i % 256, i >> 8, 7], 4 * i);
    const image = await loadImage(palettePng(rgba, 64, 64));
    const context = createCanvas(64, 64).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, 64, 64);
    for (let i = 0; i < data.length; i++) expect(Math.abs(data[i]! - rgba[i]!)).toBeLessThanOrEqual(1 + (i < 1200 ? 45 : 0));
    expect([...data.slice(4 * 300, 4 * 300 + 4)]).toEqual([255, 255, 255, 255]);
  });
});
