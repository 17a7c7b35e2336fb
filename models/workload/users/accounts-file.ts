/**
 * Accounts as k6 reads them from a file of lines, each in JSON: an array of long texts that several accounts have, then a row for each
 * account, with the fields of it whose values are among the texts, by place.
 */
export type AccountRow = readonly [account: unknown, shared?: readonly (readonly [field: string, place: number])[]];
