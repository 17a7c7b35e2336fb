import { Agent, request } from 'node:http';
import type { Carrier } from '../../../models/people/person.ts';
import { ServiceError } from './service-error.ts';

/** Calls of an app node to systems of others. Each rejects with a `ServiceError` owned by the third party. */
export interface DependencyClient {
  sendCode(carrier: Carrier): Promise<void>;
  checkCard(): Promise<void>;
  close(): void;
}

const post = (url: string, agent: Agent, timeout: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers: { 'content-length': 0 } }, (response) => {
      response.resume();
      response.once('end', () => settle(() => resolve(response.statusCode ?? 0)));
    });
    // A timer over the whole exchange: the option `timeout` of node:http only watches for silence on the socket.
    const timer = setTimeout(() => call.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), timeout);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    call.once('error', (error) => settle(() => reject(error)));
    call.end();
  });

/** `timeout` in milliseconds: below the time a client waits, so that the user learns whose fault it was. */
export function dependencyClient(url: string, timeout: number): DependencyClient {
  const agent = new Agent({ keepAlive: true });
  const ask = async (path: string, name: string): Promise<void> => {
    const status = await post(`${url}${path}`, agent, timeout).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ETIMEDOUT')
        throw new ServiceError(504, 'dependency-timeout', `${name} did not answer in ${timeout} ms`, 'third party');
      throw new ServiceError(502, 'dependency-unreachable', `${name} cannot be reached`, 'third party');
    });
    if (status !== 200) throw new ServiceError(502, 'dependency-failed', `${name} answered ${status}`, 'third party');
  };
  return {
    sendCode: (carrier) => ask(`/carrier/${carrier}`, `the carrier ${carrier}`),
    checkCard: () => ask('/bank', 'the card network'),
    close: () => agent.destroy(),
  };
}
