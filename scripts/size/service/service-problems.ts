import * as z from 'zod';
import { similarTo } from '../../terminal/similar.ts';

const numbers = z.record(z.string(), z.unknown()).catch({});
const names = z.array(z.string()).catch([]);
const tier = z
  .looseObject({
    demandMs: numbers,
    visits: numbers,
    waitsFor: names,
    nodes: z.number().catch(0),
    most: z.number().catch(Number.POSITIVE_INFINITY),
  })
  .catch({ demandMs: {}, visits: {}, waitsFor: [], nodes: 0, most: Number.POSITIVE_INFINITY });

/** A file of tiers as far as its names can be read, whatever else is wrong with it. */
const looseService = z
  .object({ classes: z.record(z.string(), z.looseObject({}).catch({})).catch({}), tiers: z.record(z.string(), tier).catch({}) })
  .catch({ classes: {}, tiers: {} });

type LooseTier = z.infer<typeof tier>;

/**
 * Sentences about names that a file of tiers uses and does not define, about tiers nobody comes to, and, where no mix says it, about classes without a number of requests.
 * `file` may break its schema: what can be read of it is, so that all problems are told at once.
 */
export function serviceProblems(file: unknown, mixed: boolean): string[] {
  const { classes, tiers } = looseService.parse(file);
  const known = { classes: Object.keys(classes), tiers: Object.keys(tiers) };
  const without = mixed ? [] : Object.entries(classes).filter(([, one]) => one.perPerson === undefined);
  return [
    ...without.map(([name]) => `classes.${name}.perPerson: must be given, or --surge or --run, which has a step of this name`),
    ...Object.entries(tiers).flatMap(([name, one]) => tierProblems(name, one, known)),
  ];
}

function tierProblems(name: string, one: LooseTier, known: { classes: string[]; tiers: string[] }): string[] {
  const path = `tiers.${name}`;
  const isPartner = 'limit' in one;
  const visited = isPartner ? one.visits : one.demandMs;
  const nobody = Object.values(visited).every((value) => value === 0);
  return [
    ...(isPartner ? [] : unknownNames(`${path}.demandMs`, Object.keys(one.demandMs), known.classes)),
    ...unknownNames(`${path}.visits`, Object.keys(one.visits), known.classes),
    ...unknownNames(
      `${path}.waitsFor`,
      one.waitsFor,
      known.tiers.filter((other) => other !== name),
    ),
    ...(nobody ? [`${path}: must be visited by a class, got none; give its demand by class, or leave the tier out`] : []),
    ...(one.most < one.nodes ? [`${path}.most: must be at least nodes (${one.nodes}), got ${one.most}`] : []),
    ...(isPartner ? [] : withoutDemand(path, one, known.classes)),
  ];
}

const unknownNames = (path: string, used: readonly string[], known: readonly string[]): string[] =>
  used
    .filter((name) => !known.includes(name))
    .map((name) => {
      const similar = similarTo(name, known);
      return `${path}: must be of ${known.join(', ')}, got ${name}${similar === null ? '' : `; did you mean ${similar}?`}`;
    });

/** A class with visits and without a demand, or the other way round; a name that is not known has its own sentence. */
const withoutDemand = (path: string, { visits, demandMs }: LooseTier, classes: readonly string[]): string[] =>
  Object.entries(visits)
    .filter(([name, count]) => classes.includes(name) && Number(count) > 0 !== Number(demandMs[name] ?? 0) > 0)
    .map(([name]) => `${path}.visits.${name}: must be above 0 together with demandMs.${name}, got one without the other`);
