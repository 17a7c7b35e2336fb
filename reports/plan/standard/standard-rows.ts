import type { StandardForm, StandardPart, StandardServer } from '../../../models/results/plan/standard-form.ts';
import { TO_FILL } from '../../../models/words/to-fill.ts';

/** A row of the form: part, symbol, item, range, value and ground. */
export type FormRow = readonly [part: string, symbol: string, item: string, range: string, value: string, ground: string];

export const FORM_HEADER: FormRow = ['구분', '기호', '항목', '범위', '적용값', '적용 근거'];

const exact = (value: number | null): string => (value === null ? TO_FILL : value.toLocaleString('en', { maximumFractionDigits: 3 }));
/** Results have one decimal, as in the appendix of the standard. */
const result = (value: number | null): string =>
  value === null ? TO_FILL : value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What stands above the servers: the project, and how its sizes were found. */
export function generalRows({ project, system, standard, architecture, reference }: StandardForm): FormRow[] {
  const row = (item: string, value: string, ground = ''): FormRow => ['일반 사항', '', item, '', value, ground];
  return [
    row('사업명', project ?? TO_FILL),
    row('시스템명', system ?? TO_FILL),
    row('적용 표준', standard, '정보시스템 하드웨어 규모산정 지침'),
    row('아키텍처', architecture, '표 6-7'),
    row('산정 방법', '수식계산법', 'CPU, 메모리, 디스크, IOPS'),
    row('참조법', reference ?? '적용하지 않음', reference === null ? '' : '사업자 적용값 (정책 파일)'),
  ];
}

export const SUMMARY_HEADER = [
  '구분',
  '서버 수(대)',
  '서버 모델',
  'CPU',
  '1대당 CPU',
  '1대당 메모리(MB)',
  '시스템 디스크(MB)',
  '데이터 디스크(MB)',
  'IOPS',
];

/** The sizes of a kind of server in one row. */
export function summaryRow({ name, count, model, parts }: StandardServer): string[] {
  const [cpu] = parts;
  const of = (item: StandardPart['item']) => {
    const found = parts.find((one) => one.item === item);
    return found === undefined ? '–' : result(found.perServer === null ? found.result : found.perServer.value);
  };
  const unit = (value: number | null) => (value === null ? TO_FILL : `${result(value)} ${cpu?.unit ?? ''}`);
  return [
    `${name} 서버`,
    exact(count),
    model ?? TO_FILL,
    unit(cpu?.result ?? null),
    unit(cpu?.perServer?.value ?? null),
    of('memory'),
    of('system-disk'),
    of('data-disk'),
    of('iops'),
  ];
}

/** Number and model of a kind of server. */
const headRows = ({ name, count, countGround, method, model }: StandardServer): FormRow[] => [
  [`${name} 서버`, '', '서버 수(대)', '', exact(count), [countGround, ...(method === null ? [] : [method])].join(', ')],
  [`${name} 서버`, '', '서버 모델', '', model ?? TO_FILL, ''],
];

/** Factors of a part, its formula and result, and the share of one server. */
function partRows(server: string, part: StandardPart): FormRow[] {
  const title = `${server} ${part.title.korean}`;
  return [
    ...part.rows.map((row): FormRow => [title, row.symbol, row.korean, row.range, exact(row.value), row.ground]),
    [title, '', `산정 결과(${part.unit})`, '', result(part.result), part.formula],
    ...(part.perServer === null
      ? []
      : [[title, '', `서버 1대당(${part.unit})`, '', result(part.perServer.value), part.perServer.ground] as const]),
  ];
}

/** Everything about one kind of server. */
export const serverRows = (server: StandardServer): FormRow[] => [
  ...headRows(server),
  ...server.parts.flatMap((part) => partRows(server.name, part)),
];

/** The plan beside the formulas, and the remarks. */
export const remarkRows = ({ measured, notes }: StandardForm): FormRow[] => [
  ['실측 기준', '', '노드 수(대)', '', exact(measured.nodes), measured.sentence],
  ...notes.map(({ korean }): FormRow => ['비고', '', '', '', '', korean]),
];
