/**
 * A sentence as a heading: without its full stop.
 *
 * @example withoutStop('The peak is 20/s.') // => 'The peak is 20/s'
 */
export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
