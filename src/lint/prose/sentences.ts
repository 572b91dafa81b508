import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { memoizeText } from '../memoize.ts';

const sentencesOf = memoizeText(sentencesIn);

/** Returns the sentences of a passage, without the space between them. */
export function sentences({ text }: Passage): readonly Span[] {
  return sentencesOf(text);
}
