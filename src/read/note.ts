import { plainText } from '../model/article.ts';
import type { CstNote } from '../model/cst.ts';
import type { Entry } from '../model/data.ts';
import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import { canonicalKey, keyNames } from '../model/keys.ts';
import { certain, didYouMean } from '../model/nearest.ts';
import type { Field, Note, NoteBlock } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostics.ts';
import { readFrontMatter } from './front-matter/index.ts';
import { findConflict, reportComment, yamlComments } from './hints.ts';
import { type MarkdownItem, parseMarkdown, warningsOf } from './markdown/index.ts';
import { divide } from './sections.ts';
import { findSourceLine } from './source-line.ts';

/** The result of reading a file. */
export interface ReadResult {
  /** Absent after a fatal problem. */
  readonly note?: Note;
  /** The note as written, to its last character. Absent for a structured note. */
  readonly cst?: CstNote;
  readonly diagnostics: readonly Diagnostic[];
}

/** The result for a Markdown note. Its warnings are found on demand, because the formatter does not ask for them. */
class MarkdownNoteResult implements ReadResult {
  readonly note: Note;
  readonly cst: CstNote;
  readonly #findDiagnostics: () => readonly Diagnostic[];
  #diagnostics: readonly Diagnostic[] | undefined;

  constructor(cst: CstNote, findDiagnostics: () => readonly Diagnostic[]) {
    this.note = cst.note;
    this.cst = cst;
    this.#findDiagnostics = findDiagnostics;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= this.#findDiagnostics();
    return this.#diagnostics;
  }
}

/** Reads a Markdown note. Never throws for content. */
export function readNote(source: Source, vocabulary: Vocabulary): ReadResult {
  const front = readFrontMatter(source);
  if ('problem' in front) return fatal(source, findConflict(source.text) ?? front.problem);
  const { whole, content, mapping } = front.frontMatter;
  const from = whole?.end ?? 0;
  const { items, tooComplex } = parseMarkdown(source.text, from);
  if (tooComplex) return fatal(source, tooComplex);
  const conflict = findConflict(source.text, codeIn(items));
  if (conflict) return fatal(source, conflict);

  const collector = new DiagnosticCollector(source);
  const printed: NoteBlock[] = items.filter(({ kind }) => kind === 'block');
  const fields = mapping.entries.map((entry) => fieldOf(entry, collector));
  const headline = takeHeadline(printed, fields, vocabulary);
  const { sections, lang } = divide(printed, from, vocabulary, collector);
  const body = sections[0]?.blocks ?? [];
  const sourceLine = hasColon(body.at(-1), source) ? findSourceLine(body, vocabulary) : undefined;
  const labelled = sourceLine?.lang ?? lang;
  const comments = () => [...(content ? yamlComments(source, content) : []), ...items.flatMap((item) => item.comments)];
  // Assigned one by one: spreading optional parts costs as much as reading a line of the text.
  const footnotes = () => items.flatMap((item) => item.footnotes);
  const linkDefinitions = () => items.flatMap((item) => item.linkDefinitions);
  const note: { -readonly [key in keyof Note]: Note[key] } = {
    source,
    fields,
    sections,
    comments,
    footnotes,
    linkDefinitions,
  };
  if (whole) note.frontMatter = whole;
  if (headline) note.headline = headline;
  if (sourceLine) note.sourceLine = sourceLine;
  if (labelled !== undefined) note.labelLanguage = labelled;
  const cst = whole && content ? { note, blocks: items, front: { whole, content, mapping } } : { note, blocks: items };
  return new MarkdownNoteResult(cst, () => {
    const warnings = new DiagnosticCollector(source);
    for (const warning of warningsOf(items)) warnings.add('warning', warning);
    for (const entry of mapping.entries) reportComment(entry, source, warnings);
    return [...warnings.diagnostics, ...collector.diagnostics];
  });
}

function fatal(source: Source, problem: Problem): ReadResult {
  const collector = new DiagnosticCollector(source);
  collector.add('fatal', problem);
  return { diagnostics: collector.diagnostics };
}

function codeIn(items: readonly MarkdownItem[]): readonly Span[] {
  return items.filter(({ type }) => type === 'code').map(({ span }) => span);
}

/** Whether a block may start with a source label. Most blocks do not, so they need no conversion. The colon may be a reference. */
function hasColon(block: NoteBlock | undefined, { text }: Source): boolean {
  return block !== undefined && /[:：&]/.test(text.slice(block.span.start, block.span.start + 200));
}

/** The keys of a structured note that hold prose. */
const PROSE_KEYS: readonly string[] = ['body', 'insight', 'laws', 'notes'];

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

/**
 * Removes the `# Headline` from the top of the blocks and returns it. If the front matter has another headline and the text
 * more headings of level 1, it is a section instead.
 */
export function takeHeadline(blocks: NoteBlock[], fields: readonly Field[], vocabulary: Vocabulary): Note['headline'] {
  const first = blocks[0];
  if (!first || !isTopHeading(first) || first.block.type !== 'heading') return undefined;
  const text = plainText(first.block.tokens).trim();
  if (vocabulary.sections.has(normalizeName(text))) return undefined;
  const given = fields.find(({ key }) => key === 'headline')?.value;
  const isOther = given?.kind === 'scalar' && given.value !== null && given.value.trim() !== text;
  if (isOther && blocks.slice(1).some(isTopHeading)) return undefined;
  blocks.shift();
  const isPlain = first.block.tokens.every(({ type }) => type === 'text');
  return { text, span: span(first.span.start, first.span.end), isPlain, block: first };
}

function isTopHeading(written: NoteBlock): boolean {
  // The type first, because reading a block costs more.
  return written.type === 'heading' && written.block.type === 'heading' && written.block.depth === 1;
}
