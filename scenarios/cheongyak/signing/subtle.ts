/** An imported private key; what is in it nobody sees. */
export type SigningKey = object;

/** The part of Web Cryptography that is used here. k6 has it as Node does, but its types do not say so. */
export interface Subtle {
  importKey(format: 'pkcs8', key: ArrayBuffer, algorithm: object, extractable: false, usages: readonly ['sign']): Promise<SigningKey>;
  sign(algorithm: object, key: SigningKey, data: ArrayBuffer): Promise<ArrayBuffer>;
}

/** Looked up when it is needed: a surge file is read where nothing is signed. */
export const subtle = (): Subtle => (globalThis as unknown as { readonly crypto: { readonly subtle: Subtle } }).crypto.subtle;
