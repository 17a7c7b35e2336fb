import { randomFrom } from '../../../models/workload/users/random.ts';

/** A notice as the city hall wrote it. */
export interface Notice {
  /** 1 and up; the highest is the newest. */
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

const PLACES = ['강남', '동래', '수성', '연수', '서구', '유성', '남구', '제주'] as const;
const SUBJECTS = ['모집', '공고', '행사', '점검', '지원금', '채용', '교육', '접수'] as const;
const SENTENCE = '자세한 내용은 담당 부서에 문의하시기 바랍니다. ';

/** Separates these draws from others with the same seed. */
const STREAM = 0x4e4f54;

/**
 * `count` notices, the same for the same seed; titles are made of a place, a subject and a number.
 *
 * @example madeNotices(1, 1).map(({ id }) => id) // => [1]
 */
export function madeNotices(count: number, seed: number): Notice[] {
  const random = randomFrom(seed, STREAM);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  return Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    title: `${pick(PLACES)} ${pick(SUBJECTS)} 안내 ${i + 1}`,
    body: SENTENCE.repeat(1 + Math.floor(random() * 20)).trim(),
  }));
}
