import { setImmediate as turn } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Waits until a cancellation of the request can arrive. @throws {ResponseError} if it has arrived. */
export async function stillWanted(token: CancellationToken): Promise<void> {
  await turn();
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'request cancelled');
}
