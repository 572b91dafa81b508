import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** The headers of every response: no caching, no MIME sniffing, no referrer, no framing by other sites. */
const COMMON = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** What a page of the preview may load: its own script and style sheet, and what the server sends. */
const PAGE = `${NOTHING}; frame-ancestors 'none'; connect-src 'self'; frame-src 'self'; img-src 'self'`;

/** A post has no scripts. Its frame keeps its origin, because the page reads its content. */
const FRAME = `${NOTHING}; frame-ancestors 'self'; img-src 'self'; style-src 'unsafe-inline'; sandbox allow-same-origin`;

/** An SVG file that is opened directly must not run scripts. */
const FILE = `${NOTHING}; frame-ancestors 'none'; style-src 'unsafe-inline'; sandbox`;

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array;
}

/** A page of the preview. @param html gets the nonce of its script and style sheet. */
export function pageAnswer(html: (nonce: string) => string): Answer {
  const nonce = randomBytes(16).toString('base64url');
  const policy = `${PAGE}; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return typed('text/html; charset=utf-8', html(nonce), policy);
}

/** The empty page of a frame, which the page around it fills. */
export function frameAnswer(): Answer {
  return typed('text/html; charset=utf-8', '<!doctype html>\n<html lang="en"><title>Post</title></html>\n', FRAME);
}

export function fileAnswer(type: string, body: string | Uint8Array): Answer {
  return typed(type, body, FILE);
}

export function jsonAnswer(data: unknown, status = 200): Answer {
  return { ...typed('application/json; charset=utf-8', JSON.stringify(data), FILE), status };
}

export function textAnswer(status: number, message: string, headers: Headers = {}): Answer {
  const answer = typed('text/plain; charset=utf-8', `${message}\n`, FILE);
  return { ...answer, status, headers: { ...answer.headers, ...headers } };
}

function typed(type: string, body: string | Uint8Array, policy: string): Answer {
  return { status: 200, headers: { 'content-type': type, 'content-security-policy': policy }, body };
}

export function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  const length = String(typeof body === 'string' ? Buffer.byteLength(body) : body.length);
  response.writeHead(status, { ...COMMON, ...headers, 'content-length': length });
  response.end(isHead ? undefined : body);
}

/** Starts a stream of events. */
export function startEvents(response: ServerResponse): void {
  response.writeHead(200, {
    ...COMMON,
    'content-type': 'text/event-stream; charset=utf-8',
    'content-security-policy': FILE,
  });
}
