import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { codeOf } from '../../files/error.ts';
import type { Host } from '../../host.ts';

const LESS = 'less';

/** The pager of a user, as a shell command. Undefined if the user disabled it. */
export function pagerOf({ PAGER, TERM }: Host['environment']): string | undefined {
  return TERM === 'dumb' || PAGER === '' || PAGER === 'cat' ? undefined : (PAGER ?? LESS);
}

/** Whether a pager shows links as links. Others may print their escape sequences. */
export function showsLinks(pager: string | undefined): boolean {
  return pager === undefined || basename(pager.trim().split(/\s/)[0] ?? '') === LESS;
}

/** The status of a shell that finds no command. */
const NOT_FOUND = 127;

/**
 * Shows a text in a pager, which has the terminal until the user quits.
 * @returns false if there is no such pager.
 */
export async function page(text: string, pager: string, environment: Host['environment']): Promise<boolean> {
  // As git sets it: show colours, leave a text that fits and keep it on the screen. Without its character set, less prints bytes
  // for a locale that is not installed, such as one that ssh has passed on.
  const { LESS: options = 'FRX', LESSCHARSET = 'utf-8' } = environment;
  const env = { ...environment, LESS: options, LESSCHARSET };
  // If less is missing, the shell must not print an error.
  const child = spawn(pager, { shell: pager !== LESS, stdio: ['pipe', 'inherit', 'inherit'], env });
  // The pager handles Ctrl-C, for example to stop a search.
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  try {
    const ended = once(child, 'close');
    // A user may quit before the text has been read.
    child.stdin.on('error', ignore);
    child.stdin.end(text);
    const [status] = await ended;
    return status !== NOT_FOUND;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  } finally {
    process.off('SIGINT', ignore);
  }
}
