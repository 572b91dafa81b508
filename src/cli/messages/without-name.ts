import type { Messages } from './messages.ts';

/** Returns a message about a channel in the language of `messages`, without the name of the channel before it. */
export function withoutName(name: string, message: string, { text, colon }: Messages): string {
  const shown = text(message);
  return shown.startsWith(name + colon) ? shown.slice(name.length + colon.length) : shown;
}
