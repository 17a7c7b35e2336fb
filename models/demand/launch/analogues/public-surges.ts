import type { LaunchMeasure } from '../../../results/forecast/forecast-launch.ts';
import type { Quantity } from '../../../workload/surge/quantity.ts';

/** A surge of the past that the press or the operator put a number on. */
export interface PublicSurge {
  readonly title: string;
  /** Korean time. */
  readonly when: string;
  readonly measure: LaunchMeasure;
  readonly value: Quantity;
  /** People who could have come; null where it was not published, which excludes the surge from comparisons per head. */
  readonly population: Quantity | null;
  /** Seconds in which the people were counted; null for lines and rates. */
  readonly within: number | null;
  /** Days the service was closed before. */
  readonly closureDays: number;
}

const HOUR = 3_600;
const stated = (value: number, unit: string, source: string): Quantity => ({ value, unit, source, kind: 'stated' });
const derived = (value: number, unit: string, source: string): Quantity => ({ value, unit, source, kind: 'derived' });
const assumed = (value: number, unit: string, source: string): Quantity => ({ value, unit, source, kind: 'assumed' });

const line = { measure: 'people waiting', within: null, closureDays: 0 } as const;
const coupon = {
  measure: 'people',
  closureDays: 0,
  population: derived(10_110_000, 'people', '13.8 % of all residents came on day one; a fifth of them may, by year of birth (first week)'),
} as const;

/**
 * Public surges that a launch can be compared with, by the name that an events file gives. Lines are what a screen or the operator announced, so the
 * moments differ; populations are who could have come, not who was expected.
 */
export const PUBLIC_SURGES = {
  'apartment-line-2024': {
    ...line,
    title: 'one apartment without conditions, longest line of the subscription site',
    when: '2024-07-29T17:00',
    value: stated(3_020_000, 'people', 'Kukinews and Aju News, 2024-07-29'),
    population: assumed(44_000_000, 'people', 'adults of the country: no subscription account was needed'),
  },
  'apartment-applicants-2024': {
    title: 'one apartment without conditions, applicants of two days',
    when: '2024-07-29T09:00',
    measure: 'people',
    value: stated(2_944_780, 'people', 'Kyeongin Ilbo, 2024-07-30'),
    population: assumed(44_000_000, 'people', 'adults of the country: no subscription account was needed'),
    within: 22.5 * HOUR,
    closureDays: 0,
  },
  'voucher-launch-2025': {
    ...line,
    title: 'Digital Onnuri, launch of the merged app',
    when: '2025-03-01T10:00',
    value: stated(40_000, 'people', 'press reports of the launch on 2025-03-01'),
    population: stated(4_630_000, 'people', 'app users in February 2025, Seoul Economic Daily'),
    closureDays: 14,
  },
  'coupon-first-day-2025': {
    ...coupon,
    title: 'consumption coupon, first day',
    when: '2025-07-21T09:00',
    value: stated(6_975_642, 'people', 'Ministry of the Interior and Safety by way of the press, 2025-07-22'),
    within: 14.5 * HOUR,
  },
  'coupon-first-hours-2025': {
    ...coupon,
    title: 'consumption coupon, first three hours',
    when: '2025-07-21T09:00',
    value: stated(4_150_000, 'people', 'a blog on the first day; not confirmed by the ministry'),
    within: 3 * HOUR,
  },
  'vaccine-line-2021-07-12': {
    ...line,
    title: 'vaccine booking, first night',
    when: '2021-07-12T00:00',
    value: stated(800_000, 'people', 'Maeil Shinmun, 2021-07-12'),
    population: null,
  },
  'vaccine-line-2021-07-19': {
    ...line,
    title: 'vaccine booking, third opening',
    when: '2021-07-19T20:00',
    value: stated(6_000_000, 'people', 'SBS, July 2021: at once, with several devices each'),
    population: stated(1_500_000, 'people', 'SBS, July 2021: eligible that evening'),
  },
  'rail-line-2025': {
    ...line,
    title: 'rail tickets for Chuseok',
    when: '2025-09-17T07:00',
    value: stated(1_050_000, 'people', 'Seoul Shinmun, 2025-09-18'),
    population: assumed(44_000_000, 'people', 'adults of the country: anybody may book'),
  },
  'school-line-2020': {
    ...line,
    title: 'online classes, first day',
    when: '2020-04-09T09:00',
    value: stated(267_280, 'people', 'Media Us and Money Today, April 2020: at once, when it failed'),
    population: null,
  },
  'tickets-line-2023': {
    ...line,
    title: 'concert tickets, upper end of the places that people were shown',
    when: '2023-09-14T20:00',
    value: stated(600_000, 'people', 'Wikitree, September 2023'),
    population: null,
  },
} as const satisfies Record<string, PublicSurge>;

export type PublicSurgeName = keyof typeof PUBLIC_SURGES;
