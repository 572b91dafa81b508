import type { Severity } from '../model/diagnostic.ts';
import type { Typography } from '../model/house.ts';
import { type Passage, sourceEdit, sourceSpan } from '../model/passage.ts';
import type { Edit, Span } from '../text/index.ts';
import { maskCodeLike, PASSES } from '../typography/index.ts';
import type { RuleContext } from './context.ts';
import { memoizeText } from './memoize.ts';
import { isQuotedAt } from './prose/quotations.ts';
import { wordIndexOf } from './prose/word-index.ts';
import { anyOf, type FoundWord, listed } from './prose/word-list.ts';
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

type Find = (passage: Passage) => Iterable<TextMatch>;

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
 * Searches every printed passage outside code-like text.
 * @param has matches each passage in which something can be found. It is tried on the whole note first, so that a note
 * without findings costs one search.
 */
export function* inAllPassages(context: RuleContext, find: Find, has?: Pick<RegExp, 'test'>): Generator<Violation> {
  if (has && !has.test(context.prose)) return;
  for (const passage of context.passages)
    if (!has || has.test(passage.text)) yield* inPassage(passage, inProse(passage, find(passage)));
}

/** The text of a passage with its code-like parts masked, or undefined if it has none. Most rules ask for it. */
const maskOf = memoizeText((text): string | undefined => {
  const masked = maskCodeLike(text);
  return masked === text ? undefined : masked;
});

/** Yields the matches that neither lie in code-like text nor change any. */
export function* inProse(passage: Passage, found: Iterable<TextMatch>): Generator<TextMatch> {
  for (const match of found) {
    const masked = maskOf(passage.text);
    const isCode = ({ start, end }: Span) => passage.text.slice(start, end) !== masked?.slice(start, end);
    if (masked === undefined || ![match.span, ...(match.edits ?? []).map(({ span }) => span)].some(isCode)) yield match;
  }
}

/** Searches every printed passage, and ignores quotations. */
export function* outsideQuotations(context: RuleContext, find: Find, has?: RegExp): Generator<Violation> {
  const unquoted = function* (passage: Passage) {
    for (const match of find(passage)) if (!isQuotedAt(passage, match.span)) yield match;
  };
  yield* inAllPassages(context, unquoted, has);
}

/**
 * Searches every printed passage for the words of a list, and ignores quotations.
 * @param judgeIn returns a function that decides for each word of a passage what to report, if anything.
 */
export function* listedWords(
  context: RuleContext,
  list: readonly string[],
  judgeIn: (passage: Passage) => (word: FoundWord) => Omit<TextMatch, 'span'> | undefined,
): Generator<Violation> {
  const find = function* (passage: Passage) {
    const judge = judgeIn(passage);
    for (const word of listed(passage.text, list)) {
      const match = isQuotedAt(passage, word.span) ? undefined : judge(word);
      if (match) yield { ...match, span: word.span };
    }
  };
  if (wordIndexOf(context).has(list)) yield* inAllPassages(context, find, anyOf(list));
}

/** Returns the matches of a pattern with the flag `g`, and their spans. */
export function* matches(
  text: string,
  pattern: RegExp,
): Generator<{ readonly span: Span; readonly found: RegExpExecArray }> {
  for (const found of text.matchAll(pattern)) {
    yield { span: { start: found.index, end: found.index + found[0].length }, found };
  }
}

const triggers = new Map<string, RegExp>();

/** Reports each edit that a pass of the house's typography makes, with the edit as its fix. */
export function* passMatches(context: RuleContext, name: string, message: string): Generator<Violation> {
  const { typography } = context.house;
  const source = PASSES.find((one) => one.name === name)?.trigger(typography);
  if (source === undefined) return;
  const trigger = triggers.get(source) ?? new RegExp(source);
  triggers.set(source, trigger);
  const find = function* ({ text }: Passage): Generator<TextMatch> {
    for (const edit of passEdits(typography, name, text)) {
      const { start, end } = edit.span;
      // An insertion has no width, so the span is the character before it.
      const span = start === end ? { start: Math.max(0, start - 1), end: Math.max(1, end) } : edit.span;
      yield { message, span, edits: [edit] };
    }
  };
  yield* inAllPassages(context, find, trigger);
}

/** Returns the edits that a pass makes in a text: none if the house switches the pass off. */
export function passEdits(typography: Typography, name: string, text: string): readonly Edit[] {
  const pass = PASSES.find((one) => one.name === name);
  return pass?.trigger(typography) === undefined ? [] : pass.edits(maskCodeLike(text), typography);
}
