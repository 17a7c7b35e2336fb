import { describe, expect, it } from 'vitest';
import { madeNotices } from '../../../../reference-service/board/notices/made-notices.ts';
import { noticeStore } from '../../../../reference-service/board/notices/notice-store.ts';

const notices = madeNotices(45, 7);

describe('the store', () => {
  it('lists the newest first, twenty on a page, and nothing behind the last', () => {
    const store = noticeStore(notices);
    const ids = [1, 2, 3, 4].flatMap((page) => store.page(page).map(({ id }) => id));
    expect(ids).toEqual(Array.from({ length: 45 }, (_, i) => 45 - i));
    expect([store.pages, store.page(4)]).toEqual([3, []]);
  });

  it('finds the newest titles with a word, at most twenty', () => {
    const store = noticeStore(notices);
    expect(store.search('안내')).toHaveLength(20);
    expect(store.search('안내 4').map(({ id }) => id)).toEqual([45, 44, 43, 42, 41, 40, 4]);
    expect(store.search('nothing')).toEqual([]);
  });

  it('keeps a comment once for a key, and refuses the key for another text, user or notice', () => {
    const store = noticeStore(notices);
    const first = store.comment(3, 'k', 1, 'hello');
    expect(first).toEqual({ number: 1, user: 1, text: 'hello' });
    expect(store.comment(3, 'k', 1, 'hello')).toEqual(first);
    for (const [id, user, text] of [
      [3, 1, 'other'],
      [3, 2, 'hello'],
      [4, 1, 'hello'],
    ] as const)
      expect(store.comment(id, 'k', user, text)).toBe('conflict');
    expect(store.comment(3, 'l', 2, 'again')).toMatchObject({ number: 2 });
    expect(store.find(3)?.comments).toHaveLength(2);
    expect([store.version, store.comment(46, 'm', 1, 'hello'), store.find(46)]).toEqual([2, null, null]);
  });

  it('holds the same notices for the same seed', () => {
    expect(madeNotices(45, 7)).toEqual(notices);
    expect(madeNotices(45, 8)).not.toEqual(notices);
  });
});
