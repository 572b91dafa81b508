import type { IncomingMessage } from 'node:http';
import type { EditRequest } from './state.ts';

/** The limit is far above the size of a real edit. */
const LONGEST_BODY = 64 * 1024;

interface Malformed {
  readonly status: 400 | 413 | 415;
  readonly message: string;
}

/** The body of an edit, or what is wrong with it. */
export async function readEdit(request: IncomingMessage): Promise<EditRequest | Malformed> {
  if (request.headers['content-type'] !== 'application/json') return { status: 415, message: 'send JSON' };
  const body = await bodyOf(request);
  if (body === undefined) return { status: 413, message: 'too large' };
  try {
    const data: unknown = JSON.parse(body.toString());
    return isEdit(data) ? data : { status: 400, message: 'not an edit' };
  } catch {
    return { status: 400, message: 'invalid JSON' };
  }
}

/** Undefined for a body that is too long. Its rest is not read. Never resolves if the client disconnects. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= LONGEST_BODY) return;
      request.pause();
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function isEdit(data: unknown): data is EditRequest {
  if (typeof data !== 'object' || data === null) return false;
  const { hash, finding, action, reason } = data as Readonly<Record<string, unknown>>;
  const isReason = reason === undefined || (typeof reason === 'string' && reason.length <= 1000);
  return (
    typeof hash === 'string' && typeof finding === 'string' && isReason && (action === 'fix' || action === 'ignore')
  );
}
