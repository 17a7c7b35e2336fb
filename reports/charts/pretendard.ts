import { fileURLToPath } from 'node:url';

const font = (file: string): string => fileURLToPath(new URL(`../../vendor/pretendard/${file}`, import.meta.url));

/** Pretendard (SIL Open Font License), which has Hangul: a bare server has no font for it and would draw boxes. Absolute paths, two weights. */
export const PRETENDARD = [
  { weight: 400, canvasWeight: 'normal', path: font('Pretendard-Regular.otf') },
  { weight: 700, canvasWeight: 'bold', path: font('Pretendard-Bold.otf') },
] as const;
