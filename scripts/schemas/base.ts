import { z } from 'zod';

/** The head of every file: what it is and in which version. */
export const header = <Name extends string>(name: Name) => ({ schema: z.literal(`surgeproof/${name}` as const), version: z.literal(1) });

export const count = z.number().int().min(0);
/** A number, or null where nothing was measured. */
export const measured = z.number().nullable();
