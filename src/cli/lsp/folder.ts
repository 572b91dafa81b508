import { homedir } from 'node:os';
import { dirname, resolve, sep } from 'node:path';
import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node';
import { filePath } from './document.ts';

/** The folders that an editor has open. The notes of one of them suggest values to each other, and link to each other. */
export class OpenFolders {
  #folders: readonly string[];

  /** Makes the first one the current folder, so that messages show paths relative to it, as those of `copydesk check` there do. */
  constructor({ workspaceFolders, rootUri }: InitializeParams) {
    const [first, ...others] = workspaceFolders?.map(pathOf) ?? [rootUri ? pathOf({ uri: rootUri }) : undefined];
    this.#folders = [first !== undefined && isEntered(first) ? first : undefined, ...others].filter(isProject);
  }

  /** Follows the folders that the editor opens and closes. */
  listen(connection: Connection): void {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const closed = removed.map(pathOf);
      const left = this.#folders.filter((folder) => !closed.includes(folder));
      this.#folders = [...left, ...added.map(pathOf).filter(isProject)];
    });
  }

  /**
   * The folder of a note: the smallest open one around it, or else that of its file. A new note is in the first one. Undefined
   * if there is none, and if it is too large to look through.
   */
  of(path: string | undefined): string | undefined {
    if (path === undefined) return this.#folders[0];
    const around = this.#folders.filter((folder) => path.startsWith(folder + sep));
    const [smallest = dirname(path)] = around.sort((one, other) => other.length - one.length);
    return isProject(smallest) ? smallest : undefined;
  }
}

function pathOf({ uri }: Pick<WorkspaceFolder, 'uri'>): string | undefined {
  const path = filePath(uri);
  return path === undefined ? undefined : resolve(path);
}

/** False if the folder was removed or cannot be read. Its notes have their own messages. */
function isEntered(folder: string): boolean {
  try {
    process.chdir(folder);
    return true;
  } catch {
    return false;
  }
}

/** The home of a person and the whole disk are too large to look through. */
function isProject(folder: string | undefined): folder is string {
  return folder !== undefined && folder !== homedir() && folder !== dirname(folder);
}
