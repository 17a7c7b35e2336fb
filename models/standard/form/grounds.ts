import { sayDigits } from '../../words/digits.ts';
import { TO_FILL } from '../../words/to-fill.ts';
import type { ServerRole } from '../architecture.ts';
import type { Factor } from '../factor.ts';
import type { StandardGiven, StandardSymbol } from '../standard-given.ts';
import { concurrentUsers } from './concurrent-users.ts';

/** Where the values of a form come from, beside the policy. */
export interface FormPeak {
  /** Requests per second at the peak that is planned for. */
  readonly peakRate: number;
  /** Confidence with which the peak is not exceeded; null when the peak is given as certain. */
  readonly confidence: number | null;
  /** Mean response time at that peak, seconds. */
  readonly response: number;
}

/** A value of a row and its ground in Korean; a null value has to be filled in. */
export interface GroundedValue {
  readonly value: number | null;
  readonly ground: string;
}

/** The peak as the Korean text names it. */
export const koreanPeak = ({ confidence }: FormPeak): string =>
  confidence === null ? '최대 요청률(확정값)' : `P${digits(100 * confidence)} 최대 요청률`;

const digits = (value: number): string => sayDigits(value, 4);

/** Users of the planner, or by Little's law, or to be filled in. */
function users(given: StandardGiven, peak: FormPeak): GroundedValue {
  if (given.thinkSeconds === undefined) return { value: null, ground: `${TO_FILL} 정책에 thinkSeconds(생각 시간) 또는 S1을 기입` };
  const { peakRate, response } = peak;
  const value = concurrentUsers({ rate: peakRate, response, think: given.thinkSeconds });
  const loop = `${digits(peakRate)}/s × (${digits(response)} s + ${digits(given.thinkSeconds)} s)`;
  return { value, ground: `리틀의 법칙 U = λ(R + Z) = ${loop}; λ ${koreanPeak(peak)}, R 평균 응답 시간, Z 생각 시간` };
}

function transactions(given: StandardGiven, peak: FormPeak): GroundedValue {
  const each = given.transactionsPerRequest ?? 1;
  const assumed = given.transactionsPerRequest === undefined ? ' (가정: 확인 필요)' : '';
  return {
    value: Math.ceil(Number((60 * peak.peakRate * each).toPrecision(12))),
    ground: `${koreanPeak(peak)} ${digits(peak.peakRate)}/s × 60초 × 요청당 트랜잭션 ${digits(each)}건${assumed}`,
  };
}

/** Sizes that only the planner knows; the examples of the appendix are of another system. */
const UNKNOWN: Readonly<Partial<Record<StandardSymbol, string>>> = {
  M1: '운영체제·미들웨어가 쓰는 메모리(MB)',
  M2: '사용자 1인당 메모리(MB)',
  M5: '미들웨어·애플리케이션 메모리(MB)',
  D1: '운영체제 용량(MB)',
  D2: '응용 프로그램 용량(MB)',
  D3: '스왑 용량(MB)',
  D6: '데이터 용량(MB)',
  D7: '백업 용량(MB)',
  D8: 'RAID 구성(없음 1, RAID 5 1.3, RAID 6 1.4, RAID 1·10 2)',
};

const LEAST_PEAK = (of: string) => `표준 범위의 최솟값: ${of} 이미 최대 부하 시점의 값`;

/** Values that follow from the peak or from the kind of server. */
function derived(symbol: StandardSymbol, role: ServerRole, given: StandardGiven, peak: FormPeak): GroundedValue | null {
  const { S4, S7 } = role.fixed;
  switch (symbol) {
    case 'S1':
      return users(given, peak);
    case 'M3': {
      const { value, ground } = users(given, peak);
      return { value, ground: value === null ? ground : '동시 사용자 수(S1)와 같은 값' };
    }
    case 'S4':
      return S4 === undefined ? null : { value: S4, ground: `${role.name} 서버 (표 7-1)` };
    case 'S7':
      return S7 === undefined ? null : { value: S7, ground: 'WEB 서버는 1 (표 7-1)' };
    case 'S6':
      return given.S1 === undefined ? { value: 1.2, ground: LEAST_PEAK('동시 사용자 수(S1)가') } : null;
    case 'O1':
      return transactions(given, peak);
    case 'O3':
      return given.O1 === undefined ? { value: 1.2, ground: LEAST_PEAK('분당 트랜잭션 수(O1)가') } : null;
    case 'S11':
      return { value: 30, ground: 'SPECjbb2015 Composite, 서버 계열 미정 (표 7-7)' };
    default: {
      const what = UNKNOWN[symbol];
      return what === undefined ? null : { value: null, ground: `${TO_FILL} ${what}` };
    }
  }
}

/** The value of a row: the planner's, derived, usual, or to be filled in. `given` are the factors of this kind of server. */
export function groundedValue(factor: Factor, role: ServerRole, given: StandardGiven, peak: FormPeak): GroundedValue {
  const symbol = factor.symbol as StandardSymbol;
  const chosen = given[symbol];
  if (chosen !== undefined) return { value: chosen, ground: given.grounds?.[symbol] ?? '사업자 적용값 (정책 파일)' };
  const found = derived(symbol, role, given, peak);
  if (found !== null) return found;
  const fixed = factor.range !== null && factor.range[0] === factor.range[1];
  return { value: factor.usual ?? null, ground: fixed ? '표준 고정값' : '표준 통상값 (표준 범위 안)' };
}
