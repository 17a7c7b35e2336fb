/** One hour of a schedule. */
export interface PlanScheduleHour {
  /** Local time of its start: `YYYY-MM-DDTHH:00`. */
  readonly time: string;
  /** Requests in its busiest second: in the middle of the forecast, and what is not exceeded with the confidence of the plan. */
  readonly p50: number;
  readonly budgeted: number;
  /** Nodes for the hour alone, and those with one lost, a zone lost and a release. */
  readonly alone: number;
  readonly need: number;
  /** Nodes that the schedule runs at the end of the hour. */
  readonly nodes: number;
}

/** A stretch with one number of nodes. Local times, `YYYY-MM-DDTHH:MM`; it begins before the hours that need it. */
export interface PlanStretch {
  readonly from: string;
  readonly to: string;
  readonly nodes: number;
}

/** When how many nodes run. */
export interface PlanSchedule {
  /** IANA zone of all its times. */
  readonly timeZone: string;
  readonly confidence: number;
  /** New nodes are asked for this long before an hour that needs them. */
  readonly leadMinutes: number;
  /** No stretch is shorter, but for what the lead of the next one takes from it. */
  readonly leastMinutes: number;
  /** Fewest and most nodes of a stretch. */
  readonly least: number;
  readonly most: number;
  /** Node-hours of the schedule, and of running the most all the time. */
  readonly nodeHours: number;
  readonly flatNodeHours: number;
  /** Node-hours that each change saves at least. */
  readonly changeSaves: number;
  /** Share of all servers in use at the rate that is still within the budget with a node, a zone or a release out: the target of an autoscaler. */
  readonly targetUtilisation: number;
  readonly hours: readonly PlanScheduleHour[];
  readonly stretches: readonly PlanStretch[];
  /** Names in the files for autoscalers. */
  readonly deployment: string;
  readonly group: string;
}
