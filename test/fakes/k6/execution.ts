import type k6execution from 'k6/execution';

type Used = {
  test: {
    options: Partial<Pick<typeof k6execution.test.options, 'blacklistIPs' | 'scenarios'>>;
    abort: (reason?: string) => void;
  };
  vu: Pick<typeof k6execution.vu, 'idInTest'>;
  scenario: Pick<typeof k6execution.scenario, 'startTime'>;
};

const abort = (reason?: string): never => {
  throw new Error(reason);
};

/** Where a scenario believes to run; tests set it. */
const execution: Used = { test: { options: {}, abort }, vu: { idInTest: 1 }, scenario: { startTime: 0 } };

export default execution;
