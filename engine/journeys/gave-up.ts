/** A person stops trying: the end of a journey that is nobody's bug. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
}
