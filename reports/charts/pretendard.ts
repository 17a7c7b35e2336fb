import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('pretendard/package.json')), 'dist/public/static');

/** Pretendard (SIL Open Font License), which has Hangul: a bare server has no font for it and would draw boxes. Absolute paths, two weights. */
export const PRETENDARD = [
  { weight: 400, canvasWeight: 'normal', path: path.join(folder, 'Pretendard-Regular.otf') },
  { weight: 700, canvasWeight: 'bold', path: path.join(folder, 'Pretendard-Bold.otf') },
] as const;
