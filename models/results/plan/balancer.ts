/** Ways in which requests come to nodes, the ideal one first. */
export const BALANCERS = ['shared', 'fewest-requests', 'round-robin', 'random'] as const;

/**
 * `shared`: one line for all nodes · `fewest-requests`: to the node that has the fewest · `round-robin`: to each in turn · `random`: to any,
 * as a Kubernetes Service with iptables deals out connections.
 */
export type Balancer = (typeof BALANCERS)[number];
