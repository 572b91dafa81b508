import type { Severity } from '../model/diagnostic.ts';
import { type Passage, sourceEdit, sourceSpan } from '../model/passage.ts';
import type { Edit, Span } from '../text/index.ts';
import type { RuleContext } from './context.ts';
import type { Violation } from './rule.ts';

/** One thing found in the text of a passage: spans and edits are of that text. */
export interface TextMatch {
  readonly message: string;
  readonly advice?: string;
  readonly span: Span;
  readonly edits?: readonly Edit[];
  /** Whether the edits may be made without anybody looking. Default: yes. */
  readonly isSafe?: boolean;
  /** Where it is not as bad as the rule's findings are. */
  readonly severity?: Severity;
}

/** The hits of a passage, at their places in the source. A fix that cannot be made there is left out. */
export function* inPassage(passage: Passage, hits: Iterable<TextMatch>): Generator<Violation> {
  for (const { span, edits, isSafe = true, ...said } of hits) {
    const found = edits?.map((edit) => sourceEdit(passage, edit));
    const whole = found?.filter((edit) => edit !== undefined);
    const fix = whole && whole.length > 0 && whole.length === found?.length ? { edits: whole, isSafe } : undefined;
    yield { ...said, span: sourceSpan(passage, span), ...(fix ? { fix } : {}) };
  }
}

/**
 * The hits in all that is printed.
 * @param has what stands in every passage that has one: asked of the whole note first, it makes a clean note cost nothing.
 */
export function* inAllPassages(
  context: RuleContext,
  find: (passage: Passage) => Iterable<TextMatch>,
  has?: RegExp,
): Generator<Violation> {
  if (has && !has.test(context.prose)) return;
  for (const passage of context.passages) if (!has || has.test(passage.text)) yield* inPassage(passage, find(passage));
}

/** The matches of a pattern, which has the flag `g`, with their spans. */
export function* matches(
  text: string,
  pattern: RegExp,
): Generator<{ readonly span: Span; readonly found: RegExpExecArray }> {
  for (const found of text.matchAll(pattern)) {
    yield { span: { start: found.index, end: found.index + found[0].length }, found };
  }
}
