import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, inProse, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Violation } from '../rule.ts';

/**
 * Searches the passages of a story and ignores quotations, which `source-quotation` compares as a whole. The insight and the
 * laws are the writer's own and know more than the source, so that what they add is a suggestion.
 */
export function* inStory(context: RuleContext, find: (passage: Passage) => Iterable<TextMatch>): Generator<Violation> {
  const { body, headline } = context;
  for (const passage of context.passages) {
    const isReported =
      passage.kind === 'value' || passage === headline || (body ? contains(body.span, passage.span.start) : false);
    for (const violation of inPassage(passage, inProse(passage, unquoted(passage, find))))
      yield isReported ? violation : { ...violation, severity: 'information' };
  }
}

function* unquoted(passage: Passage, find: (passage: Passage) => Iterable<TextMatch>): Generator<TextMatch> {
  for (const match of find(passage)) if (!isQuotedAt(passage, match.span)) yield match;
}

function contains({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean {
  return start <= at && at < end;
}
