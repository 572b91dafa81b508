import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The only accepted host name. A site whose own name resolves to this machine (DNS rebinding) sends another one. */
export const HOST = '127.0.0.1';

/** The header of an edit. Another site needs a preflight request to send it, and the server refuses that request. */
export const TOKEN_HEADER = 'x-copydesk-token';

/** What a request is compared with. */
export interface Secret {
  readonly port: number;
  /** The first part of every path. */
  readonly token: string;
  /** The path that opens the pages. It works once and is then empty. */
  readonly ticket: string;
}

/** What `admit` returns for the ticket: no path below the token starts with a slash. */
export const TICKET = '/ticket';

/** Why a request is refused. */
export interface Refusal {
  readonly status: 400 | 403 | 405;
  readonly message: string;
}

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD', 'POST'];
/** The values of `Sec-Fetch-Site` for requests of the page itself, and for a person who opens its URL. */
const SITES: readonly unknown[] = [undefined, 'same-origin', 'none'];

/** `/TOKEN/story/1/image/0?12-34`: no dots, escapes or empty parts, so that a path means one thing. */
const PATH = /^\/(?<token>[\w-]+)(?<path>(?:\/[a-z\d-]+)*\/?)(?:\?[\w-]*)?$/;

/** The path of a request below the token, or why it is refused. */
export function admit(request: IncomingMessage, secret: Secret): Refusal | string {
  const { method, url = '', headers, rawHeaders } = request;
  const origin = `http://${HOST}:${secret.port}`;
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const hosts = names.filter((name) => name === 'host').length;
  if (hosts !== 1 || `http://${headers.host}` !== origin) return { status: 403, message: 'wrong host' };
  if (!METHODS.includes(method)) return { status: 405, message: 'method not allowed' };
  if (headers.origin !== undefined && headers.origin !== origin) return { status: 403, message: 'wrong origin' };
  if (!SITES.includes(headers['sec-fetch-site'])) return { status: 403, message: 'request from another site' };
  const { token = '', path = '' } = PATH.exec(url)?.groups ?? {};
  if (method === 'GET' && path === '' && secret.ticket !== '' && isSame(token, secret.ticket)) return TICKET;
  if (!isSame(token, secret.token)) return { status: 403, message: 'open the URL that copydesk preview has printed' };
  if (method === 'POST' && (headers.origin === undefined || !isSame(String(headers[TOKEN_HEADER]), secret.token)))
    return { status: 403, message: 'no token' };
  return path.replace(/^\//, '');
}

/** Compares in constant time. */
function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
