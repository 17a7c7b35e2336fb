/** A person stops trying: the end of a journey that is no mistake of its script. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
}
