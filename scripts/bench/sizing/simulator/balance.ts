import type { Random } from '../../../../models/workload/users/random.ts';
import type { Balancer } from './system.ts';

/** Chooses the node of the next request, from the requests that are at each. */
export type Balance = (requests: Int32Array) => number;

/** A balancer over nodes; `shared` has one place where all wait. Ties of the fewest requests are broken by chance. */
export function balanceOf(balancer: Balancer, nodes: number, random: Random): Balance {
  if (balancer === 'shared' || nodes === 1) return () => 0;
  const any = (count: number) => Math.floor(random() * count);
  if (balancer === 'random') return () => any(nodes);
  if (balancer === 'fewest-requests') return (requests) => fewest(requests, any);
  if (balancer === 'two-choices')
    return (requests) => {
      const one = any(nodes);
      const other = (one + 1 + any(nodes - 1)) % nodes;
      return requests[other]! < requests[one]! ? other : one;
    };
  let turn = -1;
  return () => {
    turn = (turn + 1) % nodes;
    return turn;
  };
}

function fewest(requests: Int32Array, any: (count: number) => number): number {
  let [least, equal] = [requests[0]!, 1];
  for (let node = 1; node < requests.length; node++) {
    const here = requests[node]!;
    if (here < least) [least, equal] = [here, 1];
    else if (here === least) equal++;
  }
  let skip = equal === 1 ? 0 : any(equal);
  let node = 0;
  while (requests[node] !== least || skip-- > 0) node++;
  return node;
}
