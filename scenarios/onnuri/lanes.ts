/** Lanes of the waiting room: a registration is five times the work of a payment. Assumed. */
export const lanes = { register: { cost: 5 }, payment: { cost: 1 } } as const;
