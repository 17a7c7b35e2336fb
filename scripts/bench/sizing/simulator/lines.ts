/** Lines of customers, first come first served. */
export interface Lines {
  readonly join: (line: number, customer: number) => void;
  /** The first of a line, who leaves it; −1 when nobody waits. */
  readonly next: (line: number) => number;
}

/** Lines of customers that are numbered from 0; a customer stands in one line at a time. */
export function createLines(lines: number, customers: number): Lines {
  const first = new Int32Array(lines).fill(-1);
  const last = new Int32Array(lines);
  const behind = new Int32Array(customers);
  return {
    join: (line, customer) => {
      behind[customer] = -1;
      if (first[line] === -1) first[line] = customer;
      else behind[last[line]!] = customer;
      last[line] = customer;
    },
    next: (line) => {
      const customer = first[line]!;
      if (customer !== -1) first[line] = behind[customer]!;
      return customer;
    },
  };
}
