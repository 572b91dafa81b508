import type { Severity } from '../model/diagnostic.ts';
import { type Passage, sourceEdit, sourceSpan } from '../model/passage.ts';
import type { Edit, Span } from '../text/index.ts';
import type { RuleContext } from './context.ts';
import type { Violation } from './rule.ts';

/** A violation in the text of a passage. Its span and edits are offsets into that text. */
export interface TextMatch {
  readonly message: string;
  readonly advice?: string;
  readonly span: Span;
  readonly edits?: readonly Edit[];
  /** Whether the edits need no review. Default: true. */
  readonly isSafe?: boolean;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
}

/** Maps matches in a passage to violations in the source. Drops a fix whose edits have no exact place there. */
export function* inPassage(passage: Passage, found: Iterable<TextMatch>): Generator<Violation> {
  for (const { span, edits, isSafe = true, ...match } of found) {
    const mapped = edits?.map((edit) => sourceEdit(passage, edit));
    const whole = mapped?.filter((edit) => edit !== undefined);
    const fix = whole && whole.length > 0 && whole.length === mapped?.length ? { edits: whole, isSafe } : undefined;
    yield { ...match, span: sourceSpan(passage, span), ...(fix ? { fix } : {}) };
  }
}

/**
 * Searches every printed passage.
 * @param has matches each passage in which something can be found. It is tried on the whole note first, so that a note
 * without findings costs one search.
 */
export function* inAllPassages(
  context: RuleContext,
  find: (passage: Passage) => Iterable<TextMatch>,
  has?: RegExp,
): Generator<Violation> {
  if (has && !has.test(context.prose)) return;
  for (const passage of context.passages) if (!has || has.test(passage.text)) yield* inPassage(passage, find(passage));
}

/** The matches of a pattern with the flag `g`, and their spans. */
export function* matches(
  text: string,
  pattern: RegExp,
): Generator<{ readonly span: Span; readonly found: RegExpExecArray }> {
  for (const found of text.matchAll(pattern)) {
    yield { span: { start: found.index, end: found.index + found[0].length }, found };
  }
}
