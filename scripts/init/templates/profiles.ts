/** A glance sends no more than this a second, and so many people that 1 % of errors can be distinguished from none (381 samples), also where people arrive late at a step. */
const SMOKE_RATE = 20;
const SMOKE_PEOPLE = 500;

/** A rate as a surge file writes it. */
export const rateText = (rate: number): string => `${Number(rate.toPrecision(6))}/s`;

/** The profiles of a first surge, to be indented by two: a glance, and the peak that is expected. */
export function profilesText(peak: number): string {
  const glance = Math.min(peak, SMOKE_RATE);
  const [smoke, full] = [rateText(glance), rateText(peak)];
  return `profiles: {
    smoke: { description: 'a first look', arrivals: [constant('${smoke}', { for: '${Math.ceil(SMOKE_PEOPLE / glance)} s' })] },
    full: { description: 'the peak', arrivals: [ramp('0/s', '${full}', { for: '1 min' }), constant('${full}', { for: '3 min' })] },
  },`;
}
