/** What the parent of a part says over the IPC channel. An order is for the part alone: it knows what it means. */
export type ToPart<Config> =
  | { readonly type: 'start'; readonly config: Config }
  | { readonly type: 'order'; readonly order: unknown; readonly id: number }
  | { readonly type: 'stop' };

/** What a part says: `loaded` when it listens, `ready` once it can be used, or `failed` with a sentence for the user; `obeyed` after an order. */
export type FromPart<Ready> =
  | { readonly type: 'loaded' }
  | { readonly type: 'ready'; readonly ready: Ready }
  | { readonly type: 'failed'; readonly message: string }
  /** An order was done, or why not. */
  | { readonly type: 'obeyed'; readonly id: number; readonly problem: string | null };
