import type k6execution from 'k6/execution';

type Used = {
  vu: Pick<typeof k6execution.vu, 'idInTest'>;
  scenario: Pick<typeof k6execution.scenario, 'startTime'>;
};

/** Where a scenario believes to run; tests set it. */
const execution = { vu: { idInTest: 1 }, scenario: { startTime: 0 } } satisfies Used;

export default execution;
