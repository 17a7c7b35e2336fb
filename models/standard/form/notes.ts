import type { StandardForm, StandardNote, StandardServer } from '../../results/plan/standard-form.ts';
import { TO_FILL } from '../../words/to-fill.ts';
import type { StandardGiven } from '../standard-given.ts';
import { type FormPeak, koreanPeak } from './grounds.ts';

interface Noted {
  readonly peak: FormPeak;
  readonly given: StandardGiven;
  readonly servers: readonly StandardServer[];
  /** People in the line of a waiting room. */
  readonly queued: number;
}

/** Remarks that whoever files the form should read: a peak counted twice, what is open, and people who are not among the concurrent users. */
export function formNotes({ peak, given, servers, queued }: Noted): StandardNote[] {
  return [...twice('S6', 'S1', given, peak), ...twice('O3', 'O1', given, peak), ...(queued > 0 ? [inLine(queued)] : []), ...open(servers)];
}

/** The least that the standard allows is not counted: it cannot be avoided. */
const LEAST = 1.2;

function twice(factor: 'S6' | 'O3', quantity: 'S1' | 'O1', given: StandardGiven, peak: FormPeak): StandardNote[] {
  const sources = [given, given.web, given.was, given.db];
  const value = Math.max(...sources.map((one) => one?.[factor] ?? 0));
  const known = quantity === 'S1' ? (['S1', 'M3'] as const) : (['O1'] as const);
  if (value <= LEAST || sources.some((one) => known.some((symbol) => one?.[symbol] !== undefined))) return [];
  return [
    {
      korean: `${factor} = ${value}: ${quantity}이 이미 ${koreanPeak(peak)}에서 나온 값이므로 피크를 이중으로 반영합니다. ${factor}을 ${LEAST}로 하거나 평상시 ${quantity}을 기입하십시오.`,
      english: `${factor} = ${value} counts the peak twice: ${quantity} was derived from the peak; set ${factor} to ${LEAST}, the least of the standard, or give ${quantity} of an ordinary hour`,
    },
  ];
}

function inLine(queued: number): StandardNote {
  const count = queued.toLocaleString('en');
  return {
    korean: `대기열의 ${count}명은 대기실에서 기다리므로 동시 사용자 수(S1, M3)에 넣지 않았습니다.`,
    english: `the ${count} people in line are held by the waiting room and are not among the concurrent users (S1, M3)`,
  };
}

/** Symbols without a value, and servers without a number or model, in one remark. */
function open(servers: readonly StandardServer[]): StandardNote[] {
  const symbols = [
    ...new Set(
      servers.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows.filter(({ value }) => value === null).map(({ symbol }) => symbol))),
    ),
  ];
  const uncounted = servers.filter(({ count }) => count === null).map(({ name }) => name);
  if (symbols.length === 0 && uncounted.length === 0) return [];
  const korean = [...symbols, ...uncounted.map((name) => `${name} 서버 수`)].join(', ');
  const english = [...symbols, ...uncounted.map((name) => `number of ${name} servers`)].join(', ');
  return [
    {
      korean: `${TO_FILL} 항목: ${korean}. 정책 파일의 standard에 적으면 결과가 계산됩니다.`,
      english: `the form of the sizing standard leaves open: ${english}; write them in policy.standard`,
    },
  ];
}

/** The plan beside the formulas, as a Korean sentence. */
export function measuredSentence(
  { nodes, servers, peakRate }: Omit<StandardForm['measured'], 'sentence'>,
  peak: FormPeak,
  measured: boolean,
): string {
  const rate = Number(peakRate.toPrecision(4)).toLocaleString('en');
  const basis = measured ? '실측 기준(시뮬레이션법)' : '대기열 모형 기준(수식계산법)';
  return `${basis}: ${koreanPeak(peak)} ${rate}/s에 노드 ${nodes.toLocaleString('en')}대(동시 처리 ${servers.toLocaleString('en')}건)가 필요합니다. 표준의 CPU 값은 벤치마크 수치이므로 같은 서버의 벤치마크 수치와 비교해야 합니다.`;
}
