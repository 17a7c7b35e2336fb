/** How a person leaves who does not reach the end by their own doing or by the answer they got. */
export type LeftHow = 'gaveUp' | 'turnedAway' | 'lostPatience';

/** A person stops here: the end of a journey that is no mistake of its script. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
  readonly how: LeftHow;

  constructor(reason: string, how: LeftHow = 'gaveUp') {
    super(reason);
    this.how = how;
  }
}
