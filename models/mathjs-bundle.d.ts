/** The prebundled build of mathjs loads in 80 ms, the modular one in a second; the package describes only the latter. */
declare module 'mathjs/lib/browser/math.js' {
  const math: Pick<typeof import('mathjs'), 'inv'> & {
    /** Natural logarithm of the gamma function, for x > 0. */
    readonly lgamma: (x: number) => number;
  };
  export default math;
}
