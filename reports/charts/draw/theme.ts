import type { Ink } from '../figure/ink.ts';

export interface Theme {
  readonly paper: string;
  readonly grid: string;
  readonly inks: Readonly<Record<Ink, string>>;
  /** Nine steps from few to many; lightness falls (rises in the dark) evenly, so grey scale keeps the order. */
  readonly heat: readonly string[];
}

/** Okabe–Ito where a colour of theirs is far enough from the others: text and lines at least 3:1 on the paper. */
export const LIGHT: Theme = {
  paper: '#FFFFFF',
  grid: '#E5E7EB',
  inks: {
    ink: '#111827',
    muted: '#4B5563',
    'series-1': '#0072B2',
    'series-2': '#009E73',
    'series-3': '#8E4FB0',
    'series-4': '#7A6008',
    'series-5': '#C2487F',
    'series-6': '#33415C',
    other: '#9CA3AF',
    waiting: '#6B7280',
    limit: '#D55E00',
    'limit-text': '#A64800',
    breach: 'rgba(190, 18, 60, 0.14)',
    phase: 'rgba(107, 114, 128, 0.09)',
    fault: 'rgba(234, 138, 0, 0.15)',
    'fault-edge': '#9A5B00',
    band: '#CBD5E1',
    'waiting-fill': 'rgba(107, 114, 128, 0.28)',
    gap: 'rgba(107, 114, 128, 0.24)',
    system: '#1F2937',
    'third party': '#F0E442',
    unclear: '#56B4E9',
    script: '#B08968',
    'client environment': '#C7CDD6',
    '2xx': '#A9CDBF',
    '3xx': '#8FA8D8',
    '4xx': '#D9B44A',
    '5xx': '#8B1E3F',
    'no answer': '#1F2937',
    forecast: '#0072B2',
    fan: 'rgba(0, 114, 178, 0.17)',
    'fan-core': 'rgba(0, 114, 178, 0.36)',
  },
  heat: ['#E3EEF9', '#C6DBEF', '#A0CAE2', '#73B3D8', '#4A97C9', '#2979B9', '#115CA5', '#0A4088', '#08264F'],
};

export const DARK: Theme = {
  paper: '#14171C',
  grid: '#2B313A',
  inks: {
    ink: '#E5E7EB',
    muted: '#A8B0BC',
    'series-1': '#4BA3DB',
    'series-2': '#2FBF95',
    'series-3': '#BE8BDB',
    'series-4': '#C2A53A',
    'series-5': '#E685B0',
    'series-6': '#93A4C4',
    other: '#6B7280',
    waiting: '#9CA3AF',
    limit: '#F08A3C',
    'limit-text': '#F5A468',
    breach: 'rgba(244, 63, 94, 0.24)',
    phase: 'rgba(156, 163, 175, 0.1)',
    fault: 'rgba(251, 176, 59, 0.2)',
    'fault-edge': '#F2B45C',
    band: '#475569',
    'waiting-fill': 'rgba(156, 163, 175, 0.3)',
    gap: 'rgba(156, 163, 175, 0.28)',
    system: '#D1D5DB',
    'third party': '#F0E442',
    unclear: '#56B4E9',
    script: '#B08968',
    'client environment': '#6B7480',
    '2xx': '#4F7F70',
    '3xx': '#5F78B0',
    '4xx': '#B8962F',
    '5xx': '#E05A80',
    'no answer': '#D1D5DB',
    forecast: '#4BA3DB',
    fan: 'rgba(75, 163, 219, 0.2)',
    'fan-core': 'rgba(75, 163, 219, 0.4)',
  },
  heat: ['#16283C', '#173A5C', '#16507F', '#1A68A3', '#2E82C0', '#549DD1', '#80B9E0', '#B1D5EE', '#E6F2FB'],
};
