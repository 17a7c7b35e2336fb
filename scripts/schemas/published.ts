import * as z from 'zod';
import { faultsSchema } from './fault.ts';
import { eventsSchema } from './forecast/events.ts';
import { forecastSchema } from './forecast/forecast.ts';
import { predictionSchema } from './forecast/prediction.ts';
import { predictionCheckSchema } from './forecast/prediction-check.ts';
import { capacitySchema } from './plan/capacity.ts';
import { planSchema } from './plan/plan.ts';
import { policySchema } from './plan/policy.ts';
import { serviceSchema } from './plan/service.ts';
import { servicePlanSchema } from './plan/service-plan.ts';
import { auditSchema } from './run/audit/audit.ts';
import { endingSchema } from './run/ending.ts';
import { generatorSchema } from './run/generator.ts';
import { manifestSchema } from './run/manifest.ts';
import { runSchema } from './run/run.ts';
import { verdictSchema } from './run/verdict.ts';

const SCHEMAS = {
  manifest: ['manifest.json: everything needed to repeat or dispute a run; written before the first request', manifestSchema],
  run: ['run.json: what happened, without judgement; times in milliseconds', runSchema],
  verdict: ['verdict.json: the verdict, why, and every criterion it rests on', verdictSchema],
  audit: ['audit.json: what people were answered, compared with what the service keeps', auditSchema],
  ending: ['ending.json: how a run ended, which the measurement log cannot know', endingSchema],
  faults: ['faults.json: what was really broken on purpose, and when; seconds since the start of the run', faultsSchema],
  generator: ['a line of generator.ndjson: the load generator itself, each second', generatorSchema],
  events: ['events.json: what was announced, and what it can be compared with; read by `surgeproof forecast --events`', eventsSchema],
  forecast: ['forecast.json: quantiles by period and of the peak, and how good such forecasts were', forecastSchema],
  prediction: ['a line of predictions.ndjson: what a forecast claimed about a peak', predictionSchema],
  'prediction-check': ['prediction-check.json: which claims held', predictionCheckSchema],
  capacity: ['capacity.json: a ladder of measured steps, without judgement; rates per second', capacitySchema],
  plan: ['plan.json: how many nodes, why, and what would change the answer; times in milliseconds, rates per second', planSchema],
  policy: ['policy.json: what a planner decides; whatever is left out keeps its usual value', policySchema],
  service: [
    'service.json: the tiers of a service, and what requests of each class do at them; read by `surgeproof size --service`',
    serviceSchema,
  ],
  'service-plan': ['service-plan.json: which tier breaks first, and what the peak needs of each; times in milliseconds', servicePlanSchema],
} as const;

/** The JSON Schemas of all files that surgeproof reads and writes, by file name. */
export function publishedSchemas(): Record<string, string> {
  const entries = Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
    const json = { ...z.toJSONSchema(schema, { io: 'input' }), title };
    return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
  });
  return Object.fromEntries(entries);
}
