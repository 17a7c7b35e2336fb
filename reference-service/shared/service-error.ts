/** Whose fault a refusal or failure is, as the service sees it; said to the client in the body. */
export type Fault = 'user' | 'system' | 'third party';

/** A refusal or failure with its HTTP status, a code for programs and a sentence for people. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly owner: Fault;

  constructor(status: number, code: string, message: string, owner: Fault = 'user') {
    super(message);
    this.name = 'ServiceError';
    this.status = status;
    this.code = code;
    this.owner = owner;
  }
}
