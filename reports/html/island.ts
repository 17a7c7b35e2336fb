import type { Figure } from '../charts/figure/figure.ts';

/** What the page carries for its script: the figures by name and the summary as Markdown. */
export interface Island {
  readonly figures: readonly Figure[];
  readonly markdown: string;
}
