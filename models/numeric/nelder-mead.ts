interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 2_000;
const TOLERANCE = 1e-13;

/**
 * A minimum of a function of a few variables without derivatives, by the simplex of Nelder and Mead with the usual factors.
 *
 * @param start first corner; the others lie `step` away along one axis each
 *
 * Source: J. A. Nelder, R. Mead, A simplex method for function minimization, Computer Journal 7 (1965). Finds a local minimum.
 * @example nelderMead(([x]) => (x - 3) ** 2, [0], [1]).at[0] // => 3.0000
 */
export function nelderMead(minimise: (at: readonly number[]) => number, start: readonly number[], step: readonly number[]): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, value: minimise(at) });
  const corners = [corner(start), ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + step[j]! : x))))];
  const order = (): void => void corners.sort((a, b) => (Number.isNaN(a.value) ? 1 : Number.isNaN(b.value) ? -1 : a.value - b.value));
  order();
  for (let i = 0; i < MOST_STEPS; i++) {
    const best = corners[0]!;
    const worst = corners.at(-1)!;
    if (Math.abs(worst.value - best.value) <= TOLERANCE * (1 + Math.abs(best.value))) break;
    const centre = start.map((_, j) => corners.slice(0, -1).reduce((sum, { at }) => sum + at[j]!, 0) / (corners.length - 1));
    const towards = (factor: number): Corner => corner(centre.map((c, j) => c + factor * (worst.at[j]! - c)));
    const reflected = towards(-1);
    let next = reflected;
    if (reflected.value < best.value) {
      const expanded = towards(-2);
      next = expanded.value < reflected.value ? expanded : reflected;
    } else if (!(reflected.value < corners.at(-2)!.value)) {
      next = towards(reflected.value < worst.value ? -0.5 : 0.5);
      if (!(next.value < Math.min(worst.value, reflected.value))) {
        for (const [c, one] of corners.entries()) corners[c] = corner(one.at.map((x, j) => best.at[j]! + 0.5 * (x - best.at[j]!)));
        order();
        continue;
      }
    }
    corners[corners.length - 1] = next;
    order();
  }
  return corners[0]!;
}
