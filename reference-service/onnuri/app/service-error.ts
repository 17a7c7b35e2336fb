import type { Owner } from '../../../models/workload/log/outcome.ts';

/** A refusal or failure with its HTTP status, a code for programs and a sentence for people. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  /** Whose fault it is; the client reports errors by owner. */
  readonly owner: Owner;

  constructor(status: number, code: string, message: string, owner: Owner = 'user') {
    super(message);
    this.name = 'ServiceError';
    this.status = status;
    this.code = code;
    this.owner = owner;
  }
}
