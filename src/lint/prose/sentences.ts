import type { Passage } from '../../model/passage.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { memoize } from '../memoize.ts';

/** Returns the sentences of a passage, without the space between them. */
export const sentences = memoize(({ text }: Passage) => sentencesIn(text));
