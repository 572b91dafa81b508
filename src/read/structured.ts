import type { Data, Entry, Mapping, Scalar } from '../model/data.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Note, NoteBlock, NoteComment, NoteSection } from '../model/note.ts';
import { type Passage, passageThrough, sourceSpan, type Traced } from '../model/passage.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { DiagnosticCollector } from './diagnostics.ts';
import { findFences, readYaml } from './front-matter/index.ts';
import { findConflict, reportComment, yamlComments } from './hints.ts';
import { type MarkdownItem, parseMarkdown } from './markdown/index.ts';
import { fieldOf, type ReadResult, takeHeadline } from './note.ts';
import { divide } from './sections.ts';
import { findSourceLine } from './source-line.ts';
import { tracedValue } from './traced-value.ts';

/** Whether a note is YAML or JSON: by its extension, or on stdin by a first `{`. */
export function isStructured({ path, text }: Source): boolean {
  return isStructuredByName(path) || (/^<.*>$/.test(path) && /^\s*\{/.test(text));
}

/** Whether the extension is that of a structured note, whatever the file contains. */
export function isStructuredByName(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** Longer than front matter may be, because a structured note contains its prose. */
const MAX_LENGTH = 16 * 1024 * 1024;

/**
 * Reads a note that is YAML or JSON. Its keys are those of the front matter, `body`, `insight`, `laws` and the sections of
 * the house. Each section is a Markdown text or a list of Markdown paragraphs, which headings divide as in a Markdown note.
 * Never throws for content.
 */
export function readStructured(source: Source, vocabulary: Vocabulary): ReadResult {
  const collector = new DiagnosticCollector(source);
  const data = isJson(source) ? 'json' : 'yaml';
  const mapping = data === 'json' ? readJson(source, collector) : readData(source, collector, YAML_ADVICE);
  if (!mapping) return { diagnostics: collector.diagnostics };
  const prose = new Map<string, Omit<NoteSection, 'blocks' | 'span'>>();
  for (const kind of ['body', 'insight', 'laws', 'notes'] as const) prose.set(kind, { kind });
  for (const { id } of vocabulary.sections.values()) if (id !== undefined) prose.set(id, { kind: 'house', id });

  const known = [...prose.keys()];
  const fields = mapping.entries
    .filter(({ name }) => !prose.has(name))
    .map((entry) => fieldOf(entry, collector, known));
  if (data === 'yaml') for (const entry of mapping.entries) reportComment(entry, source, collector);
  const body = mapping.entries.find(({ name }) => name === 'body');
  const items: StructuredBlock[] = [];
  const blocksOfValue = ({ name, value }: Entry): NoteBlock[] =>
    textsOf(value, name, collector).flatMap((text) => blocksOf(text, collector, items));
  const blocks = body ? blocksOfValue(body) : [];
  const headline = takeHeadline(blocks, vocabulary);
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
  };
  return { note, diagnostics: collector.diagnostics };
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

/** Decided by the extension, or without one by the first character. */
function isJson({ path, text }: Source): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && text.trimStart().startsWith('{'));
}

/** The values that hold Markdown. */
function textsOf(value: Data, name: string, collector: DiagnosticCollector): readonly Scalar[] {
  const items = value.kind === 'sequence' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return item.value === null ? [] : [item];
    const message = `'${name}' is neither Markdown text nor a list of Markdown paragraphs`;
    collector.add('error', {
      rule: 'wrong-type',
      message,
      advice: `Write '${name}:' and a text or a list of texts.`,
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

  get comments(): readonly NoteComment[] {
    return this.#item.comments.map(({ span: at, within }) => ({
      span: sourceSpan(this.#value, at),
      ...(within ? { within: sourceSpan(this.#value, within) } : {}),
    }));
  }
}

/** The blocks of a value. `all` gets these and the comments. */
function blocksOf(scalar: Scalar, collector: DiagnosticCollector, all: StructuredBlock[]): readonly NoteBlock[] {
  const value = asMarkdown(tracedValue(scalar, collector.source));
  const { items, tooComplex } = parseMarkdown(value.text);
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

function readData({ text }: Source, collector: DiagnosticCollector, advice: string): Mapping | undefined {
  const fences = findFences(text);
  const whole = fences.kind === 'found' ? fences : undefined;
  if (whole && text.slice(whole.whole.end).trim() !== '') {
    collector.add('fatal', {
      rule: 'invalid-yaml',
      message: "text after this line '---': a Markdown note, not YAML",
      advice: "Name the file '.md', or indent the text under 'body:'.",
      span: span(whole.content.end, whole.content.end + 3),
    });
    return undefined;
  }
  const { start, end } = whole?.content ?? span(0, text.length);
  const yaml = readYaml(text.slice(start, end), start, { maxLength: MAX_LENGTH, advice });
  if ('mapping' in yaml) return yaml.mapping;
  collector.add('fatal', findConflict(text) ?? yaml.problem);
  return undefined;
}

const YAML_ADVICE = "Write lines of the form 'key: value', such as 'headline: …' and 'body: …'.";
const JSON_OBJECT_ADVICE = 'Write one object: { "headline": "…", "source": "…", "body": "…" }.';

/** JSON is YAML, so the YAML reader gives the positions once JSON.parse accepts the text. */
function readJson(source: Source, collector: DiagnosticCollector): Mapping | undefined {
  try {
    JSON.parse(source.text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    collector.add('fatal', findConflict(source.text) ?? jsonFault(source.text, said));
    return undefined;
  }
  return readData(source, collector, JSON_OBJECT_ADVICE);
}

/** The messages of JSON.parse differ between engines, so only the position is used. */
export function jsonFault(text: string, said: string): Problem {
  const end = text.trimEnd().length;
  const at = Math.min(Number(/position (\d+)/.exec(said)?.[1] ?? end), end);
  const fault = { rule: 'invalid-json', span: span(at, Math.min(at + 1, text.length)) };
  if (/^[}\]]/.test(text.slice(at)) && text.slice(0, at).trimEnd().endsWith(','))
    return { ...fault, message: 'comma before a closing bracket', advice: 'Remove the comma.' };
  if (at === end)
    return {
      ...fault,
      message: 'unexpected end of JSON',
      advice: 'Close the open brackets and quotation marks.',
    };
  const advice = 'Check the comma, quotation mark or bracket here or just before.';
  return { ...fault, message: 'invalid JSON', advice };
}
