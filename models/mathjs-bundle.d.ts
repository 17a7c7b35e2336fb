/** The prebundled build of mathjs loads in 80 ms, the modular one in a second; the package describes only the latter. */
declare module 'mathjs/lib/browser/math.js' {
  const math: Pick<typeof import('mathjs'), 'inv'>;
  export default math;
}
