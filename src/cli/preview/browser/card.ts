import { CARDS } from '../../../write/card/formats.ts';
import { TemplateError, UnprintableError } from '../../../write/index.ts';
import { UsageError } from '../../exit.ts';
import { FileError } from '../../files/error.ts';
import type { Messages } from '../../messages/messages.ts';
import { houseFonts } from '../../render/house-fonts.ts';
import type { StoryVersion } from './read-story.ts';
import { type Answer, fileAnswer, textAnswer } from './responses.ts';
import { sentences } from './sentences.ts';

/** Draws a card of a story, or returns the reason why it cannot. Undefined for an unknown card. */
export async function readCard(name: string, { post }: StoryVersion, messages: Messages): Promise<Answer | undefined> {
  const format = CARDS.find((one) => one.name === name);
  if (!format || !post) return undefined;
  try {
    const draw = await format.load();
    const card = draw(post.article, post.house, { fonts: houseFonts(post.house) });
    return fileAnswer(format.isBinary ? 'image/png' : 'image/svg+xml', card);
  } catch (error) {
    if (!isReason(error)) throw error;
    return textAnswer(422, sentences(error, messages));
  }
}

function isReason(error: unknown): error is Error & { readonly advice?: string } {
  return [UnprintableError, TemplateError, UsageError, FileError].some((Known) => error instanceof Known);
}
