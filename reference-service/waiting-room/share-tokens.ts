/** What a lane is entitled to and what it could use. */
export interface Claim {
  /** Guaranteed share, above 0; only the proportion between lanes counts. */
  readonly share: number;
  /** Tokens the lane could use; `Infinity` for as many as it gets. */
  readonly wanted: number;
}

/**
 * Splits tokens over lanes: each lane gets what it wants up to its guaranteed share, and what a lane leaves
 * flows to the lanes that want more, by their shares (weighted max-min fairness, "water filling").
 * Nothing is given beyond what is wanted; the sum never exceeds `tokens`. At most one round per lane.
 *
 * @example shareTokens(12, [{ share: 1, wanted: Infinity }, { share: 1, wanted: 2 }]) // => [10, 2]
 * @example shareTokens(12, [{ share: 1, wanted: Infinity }, { share: 2, wanted: Infinity }]) // => [4, 8]
 */
export function shareTokens(tokens: number, claims: readonly Claim[]): number[] {
  const given = claims.map(() => 0);
  const open = new Set(claims.keys());
  let left = tokens;
  while (open.size > 0) {
    let shares = 0;
    for (const lane of open) shares += claims[lane]!.share;
    const perShare = left / shares;
    const content = [...open].filter((lane) => claims[lane]!.wanted <= perShare * claims[lane]!.share);
    if (content.length === 0) {
      for (const lane of open) given[lane] = perShare * claims[lane]!.share;
      return given;
    }
    for (const lane of content) {
      given[lane] = claims[lane]!.wanted;
      left = Math.max(0, left - claims[lane]!.wanted);
      open.delete(lane);
    }
  }
  return given;
}
