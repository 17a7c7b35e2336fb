import type { Rate as K6Rate, Trend as K6Trend } from 'k6/metrics';

type Sample = readonly [metric: string, value: number | boolean, tags: Record<string, string> | undefined];

/** Everything that was added to any metric. */
const samples: Sample[] = [];

export class Trend implements Pick<K6Trend, 'name' | 'add'> {
  readonly name: string;
  constructor(name: string, _isTime?: boolean) {
    this.name = name;
  }
  add(value: number, tags?: Record<string, string>): void {
    samples.push([this.name, value, tags]);
  }
}

export class Rate implements Pick<K6Rate, 'name' | 'add'> {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  add(value: boolean | number, tags?: Record<string, string>): void {
    samples.push([this.name, value, tags]);
  }
}
