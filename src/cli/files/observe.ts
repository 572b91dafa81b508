/** Receives the files that a run uses. */
export interface FileObserver {
  /** The run uses a file that is not a note, or looks for it: a configuration, a template, an image; or a folder of them. */
  uses(path: string): void;
  /** The run works on a note with this content, or has written it to a file. */
  holds(path: string, bytes: Uint8Array): void;
}

let observer: FileObserver | undefined;

/** Reports the files that this thread uses to an observer, until the next call. */
export function observeFiles(one: FileObserver | undefined): void {
  observer = one;
}

export function noteUse(path: string): void {
  observer?.uses(path);
}

export function noteContent(path: string, bytes: Uint8Array): void {
  observer?.holds(path, bytes);
}
