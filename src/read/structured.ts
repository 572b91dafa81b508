import type { Data, Entry, Mapping, Scalar } from '../model/data.ts';
import type { Note, NoteBlock, NoteComment, NoteFootnote, NoteLinkDefinition, NoteSection } from '../model/note.ts';
import { type Passage, passageThrough, sourceSpan, type Traced } from '../model/passage.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostics.ts';
import { reportComment, yamlComments } from './hints.ts';
import { type MarkdownItem, parseMarkdown } from './markdown/index.ts';
import { fieldOf, type ReadResult, takeHeadline } from './note.ts';
import { divide } from './sections.ts';
import { findSourceLine } from './source-line.ts';
import { isJson, readJson, readYamlNote } from './structured-data.ts';
import { tracedValue } from './traced-value.ts';

/** Whether a note is YAML or JSON: by its extension, or on stdin by a first `{`. */
export function isStructured({ path, text }: Source): boolean {
  return isStructuredByName(path) || (/^<.*>$/.test(path) && /^\s*\{/.test(text));
}

/** Whether the extension is that of a structured note. */
export function isStructuredByName(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/**
 * Reads a note that is YAML or JSON. Its keys are those of the front matter, `body`, `insight`, `laws` and the sections of
 * the house. Each section is a Markdown text or a list of Markdown paragraphs, which headings divide as in a Markdown note.
 * Never throws for content.
 */
export function readStructured(source: Source, vocabulary: Vocabulary): ReadResult {
  const collector = new DiagnosticCollector(source);
  const data = isJson(source) ? 'json' : 'yaml';
  const mapping = data === 'json' ? readJson(source, collector) : readYamlNote(source, collector);
  if (!mapping) return { diagnostics: collector.diagnostics };
  if (isArticle(mapping)) {
    const message = 'this is the JSON output of copydesk, not a note';
    const advice = 'Render the note that it was made from.';
    collector.add('fatal', { rule: 'invalid-json', message, advice, span: span(0, 1) });
    return { diagnostics: collector.diagnostics };
  }
  const prose = proseKeys(vocabulary);
  const known = [...prose.keys()];
  const fields = mapping.entries
    .filter(({ name }) => !prose.has(name))
    .map((entry) => fieldOf(entry, collector, known));
  if (data === 'yaml') for (const entry of mapping.entries) reportComment(entry, source, collector);
  const body = mapping.entries.find(({ name }) => name === 'body');
  const items: StructuredBlock[] = [];
  const labels = footnoteLabels(
    mapping.entries.filter(({ name }) => prose.has(name)),
    source,
  );
  const blocksOfValue = ({ name, value }: Entry): NoteBlock[] =>
    textsOf(value, name, collector).flatMap((text) => blocksOf(text, labels, collector, items));
  const blocks = body ? blocksOfValue(body) : [];
  const headline = takeHeadline(blocks, fields, vocabulary);
  const { sections, lang } = divide(blocks, body?.value.span.start ?? 0, vocabulary, collector);
  const sourceLine = findSourceLine(sections[0]?.blocks ?? [], vocabulary);
  const others = mapping.entries.flatMap((entry) => {
    const section = entry === body ? undefined : prose.get(entry.name);
    if (!section) return [];
    const heading = { text: entry.name, depth: 2, span: entry.nameSpan };
    const { start } = entry.value.span;
    return divide(blocksOfValue(entry), start, vocabulary, collector, { ...section, heading }).sections;
  });
  if (collector.failed) return { diagnostics: collector.diagnostics };
  const labelled = sourceLine?.lang ?? lang;
  const note: Note = {
    source,
    data,
    fields,
    sections: [...sections, ...others],
    ...(headline ? { headline } : {}),
    ...(sourceLine ? { sourceLine } : {}),
    ...(labelled === undefined ? {} : { labelLanguage: labelled }),
    comments: () => [
      ...(data === 'yaml' ? keyComments(mapping, source) : []),
      ...items.flatMap((item) => item.comments),
    ],
    footnotes: () => items.flatMap((item) => item.footnotes),
    linkDefinitions: () => items.flatMap((item) => item.linkDefinitions),
  };
  return { note, diagnostics: collector.diagnostics };
}

/** Whether data is an Article as `--to json` prints one: its body is a list of typed blocks. */
function isArticle({ entries }: Mapping): boolean {
  const body = entries.find(({ name }) => name === 'body')?.value;
  const first = body?.kind === 'sequence' ? body.items[0] : undefined;
  return first?.kind === 'mapping' && first.entries.some(({ name }) => name === 'type');
}

/** The keys that hold prose, with the sections that they are. */
function proseKeys({ sections }: Vocabulary): ReadonlyMap<string, Omit<NoteSection, 'blocks' | 'span'>> {
  const keys = new Map<string, Omit<NoteSection, 'blocks' | 'span'>>();
  for (const kind of ['body', 'insight', 'laws', 'notes'] as const) keys.set(kind, { kind });
  for (const { id } of sections.values()) if (id !== undefined) keys.set(id, { kind: 'house', id });
  return keys;
}

/** The comments of YAML. A comment above a key covers the key and its value. */
function* keyComments({ entries }: Mapping, source: Source): Generator<NoteComment> {
  const { text } = source;
  for (const comment of yamlComments(source, span(0, text.length))) {
    const { end } = comment.span;
    const next = entries.find(({ nameSpan }) => nameSpan.start >= end);
    const between = next ? text.slice(end, next.nameSpan.start).split('\n') : [];
    const isAbove = next && between.every((line) => /^\s*(?:#|$)/.test(line));
    yield isAbove ? { ...comment, within: span(next.nameSpan.start, next.value.span.end) } : comment;
  }
}

/** The values that hold Markdown. */
function textsOf(value: Data, name: string, collector: DiagnosticCollector): readonly Scalar[] {
  const items = value.kind === 'sequence' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return item.value === null ? [] : [item];
    const message = `${name} must be Markdown text or a list of Markdown paragraphs`;
    collector.add('error', {
      rule: 'wrong-type',
      message,
      advice: `Write text or a list of texts after '${name}:'.`,
      span: item.span,
    });
    return [];
  });
}

/** A block or a comment of a value that holds Markdown, with positions in the source. */
class StructuredBlock implements NoteBlock {
  readonly span: Span;
  readonly #item: MarkdownItem;
  readonly #value: Traced;
  #passages: readonly Passage[] | undefined;

  constructor(item: MarkdownItem, value: Traced) {
    this.span = sourceSpan(value, item.span);
    this.#item = item;
    this.#value = value;
  }

  get type(): NoteBlock['type'] {
    return this.#item.type;
  }

  get block(): NoteBlock['block'] {
    return this.#item.block;
  }

  get passages(): readonly Passage[] {
    this.#passages ??= this.#item.passages.map((passage) => passageThrough(passage, this.#value));
    return this.#passages;
  }

  get footnotes(): readonly NoteFootnote[] {
    const place = (at: Span) => sourceSpan(this.#value, at);
    return this.#item.footnotes.map(({ label, labelSpan, span: whole, prose, passages }) => ({
      label,
      labelSpan: place(labelSpan),
      span: place(whole),
      prose,
      passages: () => passages().map((passage) => passageThrough(passage, this.#value)),
    }));
  }

  get linkDefinitions(): readonly NoteLinkDefinition[] {
    return this.#item.linkDefinitions.map(({ href, span: at }) => ({ href, span: sourceSpan(this.#value, at) }));
  }

  get comments(): readonly NoteComment[] {
    return this.#item.comments.map(({ span: at, within }) => ({
      span: sourceSpan(this.#value, at),
      ...(within ? { within: sourceSpan(this.#value, within) } : {}),
    }));
  }
}

/** The labels of the footnotes in all values: a value can refer to a footnote of another one. */
function footnoteLabels(entries: readonly Entry[], source: Source): ReadonlySet<string> {
  if (!source.text.includes('[^')) return new Set();
  const scalars = entries.flatMap(({ name, value }) => textsOf(value, name, new DiagnosticCollector(source)));
  const items = scalars.flatMap(({ value }) => parseMarkdown(value ?? '').items);
  return new Set(items.flatMap(({ footnotes }) => footnotes.map(({ label }) => label)));
}

/** The blocks of a value. `all` gets these and the comments and definitions. */
function blocksOf(
  scalar: Scalar,
  footnotes: ReadonlySet<string>,
  collector: DiagnosticCollector,
  all: StructuredBlock[],
): readonly NoteBlock[] {
  const value = asMarkdown(tracedValue(scalar, collector.source));
  const { items, tooComplex } = parseMarkdown(value.text, 0, value.text.length, footnotes);
  if (tooComplex) {
    collector.add('fatal', { ...tooComplex, span: sourceSpan(value, tooComplex.span) });
    return [];
  }
  const blocks: NoteBlock[] = [];
  for (const item of items) {
    for (const warning of item.warnings)
      collector.add('warning', { ...warning, span: sourceSpan(value, warning.span) });
    const block = new StructuredBlock(item, value);
    all.push(block);
    if (item.kind === 'block') blocks.push(block);
  }
  return blocks;
}

/** With the line ends of Markdown. An escaped carriage return has no exact place in the source. */
function asMarkdown(value: Traced): Traced {
  if (!value.text.includes('\r')) return value;
  const origins = [{ at: 0, span: value.span, isExact: false }];
  return { ...value, text: value.text.replace(/\r\n?/g, '\n'), origins };
}
