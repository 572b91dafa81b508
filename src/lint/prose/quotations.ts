import type { Fix } from '../../model/diagnostic.ts';
import type { House, Words } from '../../model/house.ts';
import { type Passage, sourceSpan } from '../../model/passage.ts';
import { hasHan, indexEndingBehind, type Span } from '../../text/index.ts';
import { quotePairs } from '../../typography/index.ts';
import { memoize, memoizeText } from '../memoize.ts';

/**
 * Returns the outer quotations of a passage in double quotation marks, including the marks. A quotation that its paragraph
 * does not close ends with the paragraph, because it may continue in the next one.
 */
export function quotations({ text }: Passage): readonly Span[] {
  return quotationsIn(text);
}

const quotationsIn = memoizeText((text): readonly Span[] => {
  if (!/["“”„‟「」『』«»]/.test(text)) return [];
  const spans: Span[] = quotePairs(text, 'all')
    .filter(({ double }) => double)
    .map(({ open, close }) => ({ start: open, end: close + 1 }));
  for (const { 0: found, index } of text.matchAll(/「[^「」]*」|『[^『』]*』|«[^«»]*»/g))
    spans.push({ start: index, end: index + found.length });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const open = unclosed(text, spans);
  const all = open === -1 ? spans : [...spans, { start: open, end: text.length }].sort((a, b) => a.start - b.start);
  let reached = 0;
  return all.filter(({ start, end }) => {
    const isOuter = start >= reached;
    reached = Math.max(reached, end);
    return isOuter;
  });
});

/** Returns the offset of an opening mark without a partner, or -1. */
function unclosed(text: string, spans: readonly Span[]): number {
  let next = 0;
  let reached = 0;
  for (const { index } of text.matchAll(/(?<![^\s([{—–'‘])["“„](?=\S)/g)) {
    for (let span = spans[next]; span && span.start <= index; span = spans[++next])
      reached = Math.max(reached, span.end);
    if (index >= reached) return index;
  }
  return -1;
}

/** Whether a span of the text of a passage is quoted. */
export function isQuotedAt(passage: Passage, span: Span): boolean {
  if (passage.isQuoted) return true;
  const all = quotations(passage);
  const next = all[indexEndingBehind(all, span.start)];
  return next !== undefined && next.start < span.end;
}

const GLYPHS = /^["'“”‘’„‟‚‛「」『』«»‹›]*$/;

/** Whether a fix changes quoted words. It may change the shape of quotation marks. */
export function changesQuotation(passage: Passage, { edits }: Fix): boolean {
  const quoted = passage.isQuoted ? [passage.span] : quotedWords(passage);
  if (quoted.length === 0) return false;
  return edits.some(({ span, text }) => {
    const words = quoted[indexEndingBehind(quoted, span.start)];
    const isInside = words && (span.start === span.end ? span.start > words.start : span.end > words.start);
    return isInside && !(GLYPHS.test(text) && isGlyphs(passage, span) && text.length === span.end - span.start);
  });
}

/** Returns the source spans of the quotations, without their marks. */
const quotedWords = memoize((passage: Passage): readonly Span[] =>
  quotations(passage).map(({ start, end }) =>
    sourceSpan(passage, { start: start + 1, end: Math.max(start + 1, end - 1) }),
  ),
);

/** Whether a source span consists of quotation marks. */
function isGlyphs({ text, origins }: Passage, { start, end }: Span): boolean {
  return origins.some(
    ({ at, span, isExact }) =>
      isExact &&
      start >= span.start &&
      end <= span.end &&
      GLYPHS.test(text.slice(at + start - span.start, at + end - span.start)),
  );
}

/** Whether a text contains a verb of speech, such as `said`. */
export function saysWho(text: string, { words }: House): boolean {
  return patternOf(words).test(text);
}

/** Latin verbs are matched as whole words; Chinese has no spaces to mark them. */
const patternOf = memoize(({ speech }: Words) => {
  const escaped = speech.map((verb) => {
    const plain = verb.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return hasHan(verb) ? plain : `(?<![A-Za-z])${plain}(?![A-Za-z])`;
  });
  return new RegExp(escaped.join('|') || '(?!)', 'i');
});
