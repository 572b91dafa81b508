import { type Diagnostic, locationsOf } from '../model/diagnostic.ts';
import type { Note, NoteBlock } from '../model/note.ts';
import { type Edit, type Span, span } from '../text/index.ts';

/** The reason in a new comment. A comment without one has no effect, so a writer replaces it with a better one. */
export const DEFAULT_REASON = 'on purpose';

/** Reported after the comments are read, so no comment suppresses them. */
const ABOUT_COMMENTS: ReadonlySet<string> = new Set(['suppression-rule', 'suppression-reason', 'unused-suppression']);

/**
 * Returns the edit that adds the comment which suppresses a finding where it is: above its key, heading or block, or at the
 * end of its paragraph in a list. Undefined if no comment can: the finding is about a missing part or several blocks, or the note
 * cannot be read.
 * @param note the note that the finding is in.
 */
export function ignoreEdit(note: Note, finding: Diagnostic, reason = DEFAULT_REASON): Edit | undefined {
  const isAboutMissing = finding.part !== undefined && finding.meant === undefined;
  if (finding.severity === 'fatal' || isAboutMissing || ABOUT_COMMENTS.has(finding.rule)) return undefined;
  const locations = locationsOf(finding);
  const extent = span(Math.min(...locations.map(({ start }) => start)), Math.max(...locations.map(({ end }) => end)));
  const words = `copydesk-ignore ${finding.rule}: ${plain(reason)}`;
  if (note.data === undefined && extent.start >= (note.frontMatter?.end ?? 0)) return inText(note, extent, words);
  return note.data === 'json' ? inProse(note, extent, words) : aboveKey(note, extent, words);
}

/** A reason that ends neither an HTML comment nor a line of YAML. */
function plain(reason: string): string {
  const text = reason.replace(/\s+/g, ' ').replace(/-{2,}/g, '-').replace(/[<>]/g, '').trim();
  return text === '' ? DEFAULT_REASON : text;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function inText(note: Note, extent: Span, words: string): Edit | undefined {
  const block = blocksOf(note).find((one) => contains(one.span, extent));
  if (block?.type === 'list') {
    const inItem = atEndOfParagraph(note, block, extent, words);
    if (inItem) return inItem;
  }
  const footnote = note.footnotes().find((one) => contains(one.span, extent))?.span;
  const heading = note.sections.find((section) => section.heading && contains(section.heading.span, extent))?.heading;
  const place = block?.span ?? heading?.span ?? footnote;
  return place && aboveBlock(note, place.start, words);
}

function blocksOf({ headline, sections }: Note): readonly NoteBlock[] {
  return [...(headline ? [headline.block] : []), ...sections.flatMap(({ blocks }) => blocks)];
}

/** A comment with a blank line on each side, so that it is a block of its own. */
function aboveBlock({ source: { text } }: Note, start: number, words: string): Edit | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(line, start).trim() !== '') return undefined;
  const isSeparate = line === 0 || /(?:^|\n)[ \t]*\n$/.test(text.slice(0, line).slice(-1000));
  return { span: span(line, line), text: `${isSeparate ? '' : '\n'}<!-- ${words} -->\n\n` };
}

/** A comment above a list would suppress the rule in all its items. */
function atEndOfParagraph(
  { source: { text } }: Note,
  { passages }: NoteBlock,
  extent: Span,
  words: string,
): Edit | undefined {
  const passage = passages.find((one) => one.kind === 'paragraph' && contains(one.span, extent));
  if (!passage) return undefined;
  const feed = text.indexOf('\n', passage.span.end);
  const rest = text.slice(passage.span.end, feed === -1 ? text.length : feed);
  const at = passage.span.end + rest.trimEnd().length;
  return { span: span(at, at), text: ` <!-- ${words} -->` };
}

/** In JSON only the prose can have a comment. */
function inProse(note: Note, extent: Span, words: string): Edit | undefined {
  const passage = blocksOf(note)
    .flatMap(({ passages }) => passages)
    .find((one) => one.kind === 'paragraph' && contains(one.span, extent));
  if (!passage) return undefined;
  const { end } = passage.span;
  return { span: span(end, end), text: ` <!-- ${words} -->` };
}

/** A comment line above the key of the front matter or of a YAML note. */
function aboveKey(note: Note, extent: Span, words: string): Edit | undefined {
  const { source, fields, data } = note;
  const field = fields.find(({ nameSpan, value }) => contains(span(nameSpan.start, value.span.end), extent));
  const start = field?.nameSpan.start ?? (data === 'yaml' ? keyAbove(source.text, extent) : undefined);
  if (start === undefined) return undefined;
  const line = source.text.lastIndexOf('\n', start - 1) + 1;
  const indent = source.text.slice(line, start);
  return indent.trim() === '' ? { span: span(line, line), text: `${indent}# ${words}\n` } : undefined;
}

const KEY = /^[\p{L}\p{N}_"'][^\n:]*:(?=[ \n]|$)/gmu;

/** The key of a YAML note whose value is prose: the last one at the start of a line, if none begins inside the span. */
function keyAbove(text: string, { start, end }: Span): number | undefined {
  let last: number | undefined;
  for (const { index } of text.matchAll(KEY)) {
    if (index > start) return index >= end ? last : undefined;
    last = index;
  }
  return last;
}
