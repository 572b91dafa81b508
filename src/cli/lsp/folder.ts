import { homedir } from 'node:os';
import { dirname } from 'node:path';
import type { InitializeParams } from 'vscode-languageserver/node';
import { filePath } from './document.ts';

/**
 * Makes the folder that the editor has open the current one, so that messages show paths relative to it, as those of
 * `copydesk check` there do. Undefined for none, and for one that is too large to look through.
 */
export function enterFolder({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri;
  const folder = uri ? filePath(uri) : undefined;
  if (folder === undefined) return undefined;
  try {
    process.chdir(folder);
  } catch {
    // The folder was removed or cannot be read. Its notes have their own messages.
    return undefined;
  }
  return folder === homedir() || folder === dirname(folder) ? undefined : folder;
}
