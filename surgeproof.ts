/*
 * What surge files and k6.config.ts import: `import { defineSurge, constant } from 'surgeproof'`. Pure, no packages: it runs in Node and in k6.
 */
export { csv, issuedByService, made, syntheticPeople } from './models/definition/account-sources.ts';
export type { Accounts } from './models/definition/accounts.ts';
export type { Answer, Reply } from './models/definition/answer.ts';
export { constant, daily, deadline, doorsOpen, pause, points, ramp, rush } from './models/definition/arrivals/arrival-parts.ts';
export type { ArrivalPart, Arrivals, ForecastArrivals } from './models/definition/arrivals/arrivals.ts';
export { forecast } from './models/definition/arrivals/forecast-arrivals.ts';
export { together } from './models/definition/arrivals/join-parts.ts';
export type { AuditDefinition, InvariantDefinition, RecordsDefinition } from './models/definition/audit/audit-definition.ts';
export type { ConfigDefinition, DefaultsDefinition, TargetDefinition } from './models/definition/config-definition.ts';
export { defineConfig } from './models/definition/define-config.ts';
export { defineSurge, type Surge } from './models/definition/define-surge.ts';
export { env } from './models/definition/env.ts';
export type { FaultDefinition, RecoveryDefinition } from './models/definition/faults/fault-definition.ts';
export type {
  BudgetDefinition,
  PhaseDefinition,
  ProfileDefinition,
  QueueDefinition,
  RetryDefinition,
  StepDefinition,
  SurgeDefinition,
} from './models/definition/surge-definition.ts';
export type { Duration, Rate, Share } from './models/definition/units/units.ts';
export type { Ask, Field, FilePart, JourneyDefinition, PageRequest, Receipt, User } from './models/definition/user.ts';
export type { RoomPlace, RoomRequest, WaitingAnswer, WaitingRoomDialect } from './models/definition/waiting-room-dialect.ts';
export type { Person } from './models/people/person.ts';
export type { Quantity } from './models/workload/surge/quantity.ts';
export type { ThinkTimeSpec } from './models/workload/users/think-time.ts';
