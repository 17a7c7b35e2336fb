/** A place in line in words. */
export const placeId = ({ lane, ticket }: { readonly lane: string; readonly ticket: number }): string => `lane ${lane}, ticket ${ticket}`;
