/** An answer that does not hold what the journey needs. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
