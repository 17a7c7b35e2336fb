import type { PlanFile } from '../../models/results/plan/plan.ts';
import { sayCount } from '../../models/words/count.ts';
import { sayShare } from '../../models/words/share.ts';
import type { DrawnFigure } from '../charts/png/draw-figures.ts';
import { type Html, html } from '../format/html.ts';
import { estimate } from '../format/number.ts';
import { withoutStop } from '../format/without-stop.ts';
import { figureHtml } from '../html/figure-html.ts';
import type { Section } from '../html/page-section.ts';
import { tableHtml } from '../html/table.ts';
import { levelHeader, levelRows } from './level-rows.ts';
import { SITUATION_WORDS } from './plan-sentences.ts';
import { priceSections } from './prices/price-sections.ts';
import { standardTable } from './standard/standard-table.ts';
import { unitsSection } from './units/units-section.ts';

/** The parts of a plan in the order in which a planner asks; each finding is that of its first chart. */
export function planSections(plan: PlanFile, drawn: readonly DrawnFigure[]): Section[] {
  const chart = (name: string): Html | null => figureHtml(drawn, name);
  const section = (id: string, name: string, figure: string, ...more: readonly (Html | null)[]): Section[] => {
    const found = drawn.find((one) => one.figure.name === figure);
    return found === undefined ? [] : [{ id, name, finding: withoutStop(found.figure.alt), body: html`${chart(figure)}${more}` }];
  };
  return [
    ...section('nodes', 'How many nodes', 'latency-against-nodes', chart('demand-against-capacity'), answerTables(plan)),
    ...unitsSection(plan),
    ...priceSections(plan, drawn),
    ...section('schedule', 'When how many', 'schedule'),
    ...section('what-drives-it', 'What drives it', 'drivers'),
    ...assumptions(plan),
    ...section('measured', 'What was measured', 'fit', models(plan), steps(plan)),
    ...section('waiting', 'With a waiting room', 'drain'),
    {
      id: 'standard',
      name: '규모산정 (TTAK.KO-10.0292)',
      finding: withoutStop(plan.standard.measured.sentence),
      lang: 'ko',
      body: standardTable(plan.standard),
    },
  ];
}

function answerTables(plan: PlanFile): Html {
  const situations = plan.situations.map((one) => [SITUATION_WORDS[one.name], sayCount(one.nodes), one.reason]);
  return html`${tableHtml({ caption: 'Nodes by confidence', header: levelHeader(plan), rows: levelRows(plan) })}${tableHtml({ caption: 'Nodes by situation', header: ['situation', 'nodes', 'because'], rows: situations })}`;
}

function assumptions({ assumptions: list }: PlanFile): Section[] {
  if (list.length === 0) return [];
  const rows = list.map((one) => [
    one.name,
    one.name === 'confidence' ? sayShare(one.value) : `${estimate(one.value)} ${one.unit}`.trim(),
    one.source,
  ]);
  return [
    {
      id: 'assumed',
      name: 'Assumed',
      finding: `${sayCount(list.length)} ${list.length === 1 ? 'number is' : 'numbers are'} assumed, not known`,
      body: tableHtml({ caption: 'Assumed, not known', header: ['what', 'value', 'ground'], rows }),
    },
  ];
}

function models({ fit }: PlanFile): Html {
  const rows = (fit?.models ?? []).map((one) => [
    one.name,
    estimate(one.aicc),
    one.topStepError === null ? 'says it saturates' : sayShare(one.topStepError),
    estimate(one.saturationRate),
  ]);
  return tableHtml({
    caption: 'Models, the best first',
    header: ['model', 'AICc', 'error of the left-out top step', 'saturation of a node, /s'],
    rows,
  });
}

function steps({ fit }: PlanFile): Html {
  const rows = (fit?.steps ?? []).map((one) => [one.name, estimate(one.rate), one.used ? 'fitted' : 'left out', one.reason ?? '']);
  return tableHtml({ caption: 'Steps', header: ['step', 'answered, /s', 'use', 'reason'], rows });
}
