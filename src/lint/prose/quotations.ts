import type { Fix } from '../../model/diagnostic.ts';
import { type Passage, sourceSpan } from '../../model/passage.ts';
import { indexEndingBehind, type Span } from '../../text/index.ts';
import { quotePairs } from '../../typography/index.ts';

const known = new WeakMap<Passage, readonly Span[]>();

/**
 * What stands in double quotation marks in a passage, marks included, outer ones only; a quotation that is not closed in
 * its paragraph goes to the end, as one over several paragraphs does.
 */
export function quotations(passage: Passage): readonly Span[] {
  const found = known.get(passage);
  if (found) return found;
  const made = find(passage.text);
  known.set(passage, made);
  return made;
}

function find(text: string): readonly Span[] {
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
}

/** A mark that opens and is in no pair. */
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

/** Whether something in a passage's text stands inside a quotation. */
export function isQuotedAt(passage: Passage, span: Span): boolean {
  if (passage.isQuoted) return true;
  const all = quotations(passage);
  const next = all[indexEndingBehind(all, span.start)];
  return next !== undefined && next.start < span.end;
}

const GLYPHS = /^["'“”‘’„‟‚‛「」『』«»‹›]*$/;

/** Whether a fix would change more of somebody's words than the glyphs of quotation marks. */
export function changesQuotation(passage: Passage, { edits }: Fix): boolean {
  const places = passage.isQuoted ? [passage.span] : quoted(passage);
  if (places.length === 0) return false;
  return edits.some(({ span, text }) => {
    const place = places[indexEndingBehind(places, span.start)];
    const isInside = place && (span.start === span.end ? span.start > place.start : span.end > place.start);
    return isInside && !(GLYPHS.test(text) && isGlyphs(passage, span) && text.length === span.end - span.start);
  });
}

const knownQuoted = new WeakMap<Passage, readonly Span[]>();

/** The words of the quotations, without their marks, in the source. */
function quoted(passage: Passage): readonly Span[] {
  const found = knownQuoted.get(passage);
  if (found) return found;
  const made = quotations(passage).map(({ start, end }) =>
    sourceSpan(passage, { start: start + 1, end: Math.max(start + 1, end - 1) }),
  );
  knownQuoted.set(passage, made);
  return made;
}

/** Whether all of an edit's old text is quotation marks. */
function isGlyphs({ text, origins }: Passage, { start, end }: Span): boolean {
  return origins.some(
    ({ at, span, isExact }) =>
      isExact &&
      start >= span.start &&
      end <= span.end &&
      GLYPHS.test(text.slice(at + start - span.start, at + end - span.start)),
  );
}
