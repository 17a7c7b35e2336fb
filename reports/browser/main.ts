import type { Chart } from 'chart.js';
import { FONT, figureHeight } from '../charts/draw/layout.ts';
import { registeredChart } from '../charts/draw/register.ts';
import { DARK, LIGHT } from '../charts/draw/theme.ts';
import { toChartJs } from '../charts/draw/to-chart-js.ts';
import type { Figure } from '../charts/figure/figure.ts';
import type { Island } from '../html/island.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const drawn: Chart[] = [];

/** Replaces the image of a figure by a live chart; the image stays for print. */
function draw(figure: Figure, place: Element): void {
  const box = document.createElement('div');
  const canvas = document.createElement('canvas');
  box.className = 'live';
  box.style.height = `${figureHeight(figure)}px`;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', figure.alt);
  box.append(canvas);
  place.querySelector('.still')?.before(box);
  drawn.push(new (registeredChart())(canvas, toChartJs(figure, dark.matches ? DARK : LIGHT)));
  place.classList.add('drawn');
}

/** Draws every figure of the page anew; `data-charts` on the root says in which colours they stand. */
function drawAll({ figures }: Island): void {
  for (const chart of drawn.splice(0)) chart.destroy();
  for (const old of document.querySelectorAll('.live')) old.remove();
  for (const place of document.querySelectorAll('[data-chart]')) {
    const figure = figures.find((one) => one.name === place.getAttribute('data-chart'));
    if (figure) draw(figure, place);
  }
  document.documentElement.dataset.charts = dark.matches ? 'dark' : 'light';
}

/** Copies by the clipboard of the browser, or through a selection where a page of a file may not use it. */
async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  button.textContent = 'Copied';
}

async function start(): Promise<void> {
  const island: Island = JSON.parse(document.getElementById('report-data')?.textContent ?? '{"figures":[],"markdown":""}');
  const button = document.querySelector<HTMLButtonElement>('button[data-copy]');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(island.markdown, button));
  }
  // A canvas does not wait for its font: without this the first chart is measured in another one.
  await Promise.all(['', 'bold '].map((weight) => document.fonts.load(`${weight}${FONT.size}px ${FONT.family}`)));
  drawAll(island);
  dark.addEventListener('change', () => drawAll(island));
}

void start();
