import type { Ink } from './ink.ts';

/** A tick that already has its words: drawing formats nothing, so Node and the browser cannot disagree. A list is drawn as rows. */
export interface Tick {
  readonly value: number;
  readonly label: string | readonly string[];
  /** Ticks with a rank give way to those with a lower one where there is no room for both; without ranks every second, third … goes. */
  readonly rank?: number;
}

export interface Axis {
  readonly scale: 'linear' | 'log';
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly Tick[];
  /** What the axis counts, with its unit; drawn once. */
  readonly title: string;
  /** How tooltips say a value of this axis. */
  readonly reads:
    | 'clock'
    | 'milliseconds'
    | 'seconds'
    | 'count'
    | 'rate'
    | 'cores'
    | 'one-in'
    | 'rank'
    | 'mebibytes'
    | 'date'
    | 'amount'
    | 'factor'
    | 'percent';
}

type Point = readonly [x: number, y: number | null];

export type Mark =
  | {
      readonly kind: 'line';
      readonly label: string;
      readonly ink: Ink;
      readonly width: number;
      readonly dash?: readonly number[];
      readonly points: readonly Point[];
    }
  /** Filled down to zero, or down to the mark `above` places before it. */
  | {
      readonly kind: 'area';
      readonly label: string;
      readonly ink: Ink;
      readonly fill: Ink;
      readonly above?: number;
      /** What tooltips say instead of the height, for stacked areas. */
      readonly own?: readonly number[];
      readonly points: readonly Point[];
    }
  | { readonly kind: 'dots'; readonly label: string; readonly ink: Ink; readonly points: readonly Point[] }
  | HeatCells
  | { readonly kind: 'limit'; readonly label: string; readonly y: number }
  /** From top to bottom of the panel, or between two heights: a bar. */
  | { readonly kind: 'span'; readonly ink: Ink; readonly from: number; readonly to: number; readonly low?: number; readonly high?: number }
  | {
      readonly kind: 'note';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly anchor: 'above' | 'above right' | 'left';
    };

/** A heat map: columns of equal width beginning at `times`, rows between neighbours of `edges`; `cells` are [column, row, count], only where something was counted. */
export interface HeatCells {
  readonly kind: 'cells';
  readonly label: string;
  readonly times: readonly number[];
  readonly width: number;
  readonly edges: readonly number[];
  readonly cells: readonly (readonly [column: number, row: number, count: number])[];
}

/** One drawing area; panels of a figure stand above each other and share the x axis, never two y axes in one area. */
export interface Panel {
  readonly title: string;
  /** Height in CSS pixels. */
  readonly height: number;
  readonly y: Axis;
  readonly marks: readonly Mark[];
  /** Direct labels at the line ends instead of a legend; at most six lines. */
  readonly labelled: boolean;
  /** Labels stand from the top in the order of the marks instead: the same in every panel of small multiples. */
  readonly inOrder?: true;
}

export interface Table {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A labelled stretch of the x axis, named above the first panel. */
export interface Phase {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly shaded: boolean;
}

/** A chart as plain data: drawn by chart.js in Node for the PNG and in the browser for the screen. */
export interface Figure {
  /** File name without ending; lower-case words with hyphens. */
  readonly name: string;
  /** What is plotted, in which unit. */
  readonly subtitle: string;
  /** Text alternative: the finding. */
  readonly alt: string;
  readonly startedAt: number;
  /** IANA zone in which tooltips say a time of day. */
  readonly timeZone?: string;
  readonly x: Axis;
  readonly panels: readonly Panel[];
  readonly phases: readonly Phase[];
  /** What was broken on purpose: shaded, and named below the phases; none when left out. */
  readonly faults?: readonly Omit<Phase, 'shaded'>[];
  /** Bounds of the colour levels of a heat map, ascending; empty otherwise. */
  readonly levels: readonly number[];
  readonly table: Table;
}
