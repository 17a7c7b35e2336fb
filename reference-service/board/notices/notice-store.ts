import type { Notice } from './made-notices.ts';

export interface Comment {
  /** 1 and up, in order of arrival at its notice. */
  readonly number: number;
  readonly user: number;
  readonly text: string;
}

export interface Listed {
  readonly id: number;
  readonly title: string;
  readonly comments: number;
}

/** Notices and what people wrote below them, in memory. */
export interface NoticeStore {
  /** Changes with every comment. */
  readonly version: number;
  readonly pages: number;
  /** Page 1 and up, the newest first; empty behind the last. */
  page(number: number): readonly Listed[];
  /** null when there is no such notice. */
  find(id: number): { readonly notice: Notice; readonly comments: readonly Comment[] } | null;
  /** The newest notices whose title holds the word. */
  search(word: string): readonly Listed[];
  /** Adds a comment once for a key. `conflict`: the key was used for something else; null: no such notice. */
  comment(id: number, key: string, user: number, text: string): Comment | 'conflict' | null;
}

const PAGE = 20;
const MOST_FOUND = 20;

interface Kept {
  readonly id: number;
  readonly comment: Comment;
}

/** A store of notices in ascending order of their numbers, 1 to n. */
export function noticeStore(notices: readonly Notice[]): NoticeStore {
  const comments = new Map<number, Comment[]>();
  const byKey = new Map<string, Kept>();
  const newest = [...notices].reverse();
  const listed = ({ id, title }: Notice): Listed => ({ id, title, comments: comments.get(id)?.length ?? 0 });
  const repeated = ({ id, comment }: Kept, asked: Omit<Comment, 'number'> & { readonly id: number }): Comment | 'conflict' =>
    id === asked.id && comment.user === asked.user && comment.text === asked.text ? comment : 'conflict';
  return {
    get version() {
      return byKey.size;
    },
    pages: Math.ceil(notices.length / PAGE),
    page: (number) => newest.slice((number - 1) * PAGE, number * PAGE).map(listed),
    find(id) {
      const notice = notices[id - 1];
      return notice === undefined ? null : { notice, comments: comments.get(id) ?? [] };
    },
    search(word) {
      const found: Listed[] = [];
      for (const notice of newest) {
        if (found.length === MOST_FOUND) break;
        if (notice.title.includes(word)) found.push(listed(notice));
      }
      return found;
    },
    comment(id, key, user, text) {
      if (notices[id - 1] === undefined) return null;
      const kept = byKey.get(key);
      if (kept !== undefined) return repeated(kept, { id, user, text });
      const below = comments.get(id) ?? [];
      const comment = { number: below.length + 1, user, text };
      comments.set(id, below);
      below.push(comment);
      byKey.set(key, { id, comment });
      return comment;
    },
  };
}
