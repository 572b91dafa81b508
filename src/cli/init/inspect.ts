import { accessSync, constants } from 'node:fs';
import type { HookFile } from './files.ts';

/** Whether git would run the file. Always true on Windows. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a hook file names the program outside comments. How it runs it is up to the user. */
export function runs(program: HookFile['runs'], text: string): boolean {
  return commandLines(program, text).length > 0;
}

/** The lines of a hook file that name the program, without comments. */
export function commandLines(program: HookFile['runs'], text: string): readonly string[] {
  const command = program === 'copydesk' ? /\bcopydesk[ -](?:format|check|fix)\b/ : /\blint-staged\b/;
  return text.split('\n').filter((line) => !/^\s*(?:#|\/\/)/.test(line) && command.test(line));
}
