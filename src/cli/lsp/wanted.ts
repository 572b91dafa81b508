import { setImmediate as turn } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Lets a cancellation come that follows its request. @throws {ResponseError} if it has come. */
export async function stillWanted(token: CancellationToken): Promise<void> {
  await turn();
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'request cancelled');
}
