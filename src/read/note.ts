import { plainText } from '../model/article.ts';
import type { CstNote } from '../model/cst.ts';
import type { Entry } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { canonicalKey, keyNames } from '../model/keys.ts';
import { certain, didYouMean } from '../model/nearest.ts';
import type { Field, Note, NoteBlock } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { findConflict } from './conflict.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';
import { readFrontMatter } from './front-matter/index.ts';
import { reportComment, yamlComments } from './hints.ts';
import { type MarkdownItem, parseMarkdown, type Wanted } from './markdown/index.ts';
import { divide } from './sections.ts';
import { findSourceLine } from './source-line.ts';

/** The note, absent after a fatal problem, and the diagnostics of the reader. */
export interface NoteResult {
  readonly note?: Note;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same with the syntax tree of the note. */
export interface CstResult extends NoteResult {
  readonly cst?: CstNote;
}

/** Reads a Markdown note for rendering. Never throws for content. */
export function readNote(source: Source, vocabulary: Vocabulary): NoteResult {
  return readMarkdownNote(source, vocabulary, 'meaning');
}

/** Reads a Markdown note for the formatter, which needs only fatal problems. Never throws for content. */
export function readCst(source: Source, vocabulary: Vocabulary): CstResult {
  return readMarkdownNote(source, vocabulary, 'written');
}

/** Reads a Markdown note for rules, with its passages and comments. Never throws for content. */
export function readWhole(source: Source, vocabulary: Vocabulary): CstResult {
  return readMarkdownNote(source, vocabulary, 'all');
}

function readMarkdownNote(source: Source, vocabulary: Vocabulary, wanted: Wanted): CstResult {
  const collector = new DiagnosticCollector(source);
  const front = readFrontMatter(source);
  if ('problem' in front) {
    collector.add('fatal', findConflict(source.text) ?? front.problem);
    return { diagnostics: collector.diagnostics };
  }
  const { whole, content, mapping } = front.frontMatter;
  const from = whole?.end ?? 0;
  const markdown = parseMarkdown(source.text, from, source.text.length, wanted);
  if (markdown.tooComplex) {
    collector.add('fatal', markdown.tooComplex);
    return { diagnostics: collector.diagnostics };
  }
  const conflict = findConflict(source.text, codeIn(markdown.items));
  if (conflict) {
    collector.add('fatal', conflict);
    return { diagnostics: collector.diagnostics };
  }
  const warns = wanted !== 'written';
  if (warns) for (const warning of markdown.warnings) collector.add('warning', warning);
  const printed: NoteBlock[] = [];
  for (const item of markdown.items) if (item.kind === 'block') printed.push(item);

  if (warns) for (const entry of mapping.entries) reportComment(entry, source, collector);
  const fields = mapping.entries.map((entry) => fieldOf(entry, collector));
  const headline = takeHeadline(printed, vocabulary);
  const { sections, lang } = divide(printed, from, vocabulary, collector);
  const body = sections[0]?.blocks ?? [];
  const sourceLine = hasColon(body.at(-1), source) ? findSourceLine(body, vocabulary) : undefined;
  const labelled = sourceLine?.lang ?? lang;
  // Assigned, not spread: a spread costs as much as reading a line, and the formatter reads a note many times.
  const note: { -readonly [key in keyof Note]: Note[key] } = { source, fields, sections };
  if (whole) note.frontMatter = whole;
  if (headline) note.headline = headline;
  if (sourceLine) note.sourceLine = sourceLine;
  if (labelled !== undefined) note.labelLanguage = labelled;
  if (wanted === 'all') note.comments = [...(content ? yamlComments(source, content) : []), ...markdown.comments];
  const { diagnostics } = collector;
  if (wanted === 'meaning') return { note, diagnostics };
  const blocks = markdown.items;
  const cst = whole && content ? { note, blocks, front: { whole, content, mapping } } : { note, blocks };
  return { note, diagnostics, cst };
}

function codeIn(items: readonly MarkdownItem[]): readonly Span[] {
  return items.flatMap((item) => (item.kind === 'block' && item.block.type === 'code' ? [item.span] : []));
}

/** Whether a block may start with a source label. Most blocks do not, so they need no conversion. The colon may be a reference. */
function hasColon(block: NoteBlock | undefined, { text }: Source): boolean {
  return block !== undefined && /[:：&]/.test(text.slice(block.span.start, block.span.start + 200));
}

/** The keys of a structured note that hold prose. */
export const PROSE_KEYS: readonly string[] = ['body', 'insight', 'laws', 'notes'];

/** A field of the front matter. An unknown key is kept and reported. */
export function fieldOf(
  { name, nameSpan, value }: Entry,
  collector: DiagnosticCollector,
  more: readonly string[] = [],
): Field {
  const key = canonicalKey(name);
  if (key === undefined && PROSE_KEYS.includes(name) && !more.includes(name)) {
    const advice = name === 'body' ? 'Write it below the front matter.' : 'Write it under a heading of that name.';
    const message = `'${name}' is not a front matter key in a Markdown note`;
    collector.add('warning', { rule: 'unknown-key', message, advice, span: nameSpan });
  } else if (key === undefined && !more.includes(name)) {
    const known = [...keyNames(), ...more];
    const meant = certain(name, known);
    collector.add('warning', {
      rule: 'unknown-key',
      message: `unknown key '${name}'`,
      advice: didYouMean(name, known, 'Remove it, or keep it if another program needs it.'),
      meant,
      part: meant && (canonicalKey(meant) ?? meant),
      span: nameSpan,
    });
  }
  return key === undefined ? { name, nameSpan, value } : { name, nameSpan, value, key };
}

/** Removes the `# Headline` from the top of the blocks and returns it. */
export function takeHeadline(blocks: NoteBlock[], vocabulary: Vocabulary): Note['headline'] {
  const first = blocks[0];
  if (first?.block.type !== 'heading' || first.block.depth !== 1) return undefined;
  const text = plainText(first.block.tokens).trim();
  if (vocabulary.sections.has(normalizeName(text))) return undefined;
  blocks.shift();
  const isPlain = first.block.tokens.every(({ type }) => type === 'text');
  const [passage] = first.passages ?? [];
  return { text, span: span(first.span.start, first.span.end), isPlain, ...(passage ? { passage } : {}) };
}
