/** Nodes and weights of the five-point rule of Gauss and Legendre on [−1, 1] (Abramowitz and Stegun, table 25.4). */
const RULE = [
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [-0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
  [-0.906179845938664, 0.23692688505618908],
] as const;

const PARTS = 40;

/** Integral of `f` over [from, to] by composite Gauss–Legendre between the corners; knows nothing of the antiderivative. */
export function integrate(f: (x: number) => number, from: number, to: number, corners: readonly number[]): number {
  const inside = corners.filter((corner) => corner > from && corner < to).sort((a, b) => a - b);
  const edges = [from, ...inside, to];
  let integral = 0;
  for (let i = 1; i < edges.length; i++) {
    const half = (edges[i]! - edges[i - 1]!) / PARTS / 2;
    for (let part = 0; part < PARTS; part++) {
      const middle = edges[i - 1]! + half * (2 * part + 1);
      for (const [node, weight] of RULE) integral += weight * half * f(middle + half * node);
    }
  }
  return integral;
}
