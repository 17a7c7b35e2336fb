import type { Response } from 'k6/http';
import type { Answer, Reply } from '../../../models/definition/answer.ts';
import { atPath } from './json-path.ts';
import { Unreadable } from './unreadable.ts';

/** k6's own answer; its fields are looked up only when asked for. */
interface Own {
  readonly response: Response;
  /** The body as JSON, once parsed: never undefined, which no JSON is. */
  parsed?: unknown;
}

function unreadable(reason: string): never {
  throw new Unreadable(reason);
}

/** The first value of a header whatever the spelling of its name; null when it is missing. */
export function headerOf(response: Response, name: string): string | null {
  const wanted = name.toLowerCase();
  for (const known of Object.keys(response.headers)) if (known.toLowerCase() === wanted) return response.headers[known]!;
  return null;
}

function bodyOf(own: Own): string {
  const { body } = own.response;
  return typeof body === 'string' ? body : '';
}

function jsonOf(own: Own): unknown {
  if (own.parsed === undefined) {
    try {
      own.parsed = JSON.parse(bodyOf(own));
    } catch {
      unreadable('not JSON');
    }
  }
  return own.parsed;
}

function required(own: Own, path: string | undefined): unknown {
  if (path === undefined) return jsonOf(own);
  const value = atPath(jsonOf(own), path);
  return value === undefined ? unreadable(`no "${path}"`) : value;
}

/** Shared by all replies: functions made for each would cost more than reading it. */
const REPLY: Reply & ThisType<Own> = {
  get status() {
    return (this as unknown as Own).response.status;
  },
  get url() {
    return (this as unknown as Own).response.url;
  },
  header(name) {
    return headerOf(this.response, name);
  },
  cookie(name) {
    return this.response.cookies[name]?.[0]?.value ?? null;
  },
};

const READING: Omit<Answer, keyof Reply> & ThisType<Own> = {
  text(path) {
    if (path === undefined) return bodyOf(this);
    const value = required(this, path);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : unreadable(`"${path}" is no text`);
  },
  number(path) {
    const value = required(this, path);
    return typeof value === 'number' ? value : unreadable(`"${path}" is no number`);
  },
  boolean(path) {
    const value = required(this, path);
    return typeof value === 'boolean' ? value : unreadable(`"${path}" is neither true nor false`);
  },
  list(path) {
    const value = required(this, path);
    return Array.isArray(value) ? value : unreadable(path === undefined ? 'no list' : `"${path}" is no list`);
  },
  json(path) {
    return required(this, path);
  },
  find(path) {
    try {
      return atPath(jsonOf(this), path);
    } catch {
      return undefined;
    }
  },
  match(pattern) {
    return pattern.exec(bodyOf(this))?.[1] ?? unreadable(`no match of ${pattern}`);
  },
  refuse(reason) {
    return unreadable(reason);
  },
};

const ANSWER = Object.defineProperties(Object.create(REPLY), Object.getOwnPropertyDescriptors(READING));

/** An answer whose body was not kept. */
export function replyOf(response: Response): Reply {
  const reply = Object.create(REPLY);
  reply.response = response;
  return reply;
}

export function answerOf(response: Response): Answer {
  const answer = Object.create(ANSWER);
  answer.response = response;
  return answer;
}
