import type { Messages } from '../../messages/messages.ts';
import { joined } from '../../messages/seams.ts';
import type { Failure } from './state.ts';

/** A name before a colon, such as that of a file or a channel. */
const NAME = /^\S+:/;

/** A message as a sentence. A name at its start keeps its lower case. */
export function sentence(message: string, { text, stop }: Messages): string {
  const shown = text(message.trim());
  if (NAME.test(shown)) return shown + stop;
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)}${stop}`;
}

/** What is wrong and what to do, as sentences. */
export function sentences({ message, advice = '' }: Failure, messages: Messages): string {
  return joined([sentence(message, messages), ' ', messages.text(advice)]).trimEnd();
}

/** A failure as a page shows it. */
export function shownFailure({ message, advice }: Failure, messages: Messages): Failure {
  return {
    message: sentence(message, messages),
    ...(advice === undefined ? {} : { advice: messages.text(advice) }),
  };
}
