import type { Data, Entry, Mapping, Scalar } from '../model/data.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Note, NoteBlock, NoteComment, NoteSection } from '../model/note.ts';
import { passageThrough, sourceSpan, type Traced } from '../model/passage.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { findConflict } from './conflict.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';
import { findFences, readYaml } from './front-matter/index.ts';
import { reportComment, yamlComments } from './hints.ts';
import { parseMarkdown, type Wanted } from './markdown/index.ts';
import { fieldOf, type NoteResult, takeHeadline } from './note.ts';
import { divide } from './sections.ts';
import { findSourceLine } from './source-line.ts';
import { tracedValue } from './traced-value.ts';

/** A structured note says so by its ending, or by starting as JSON does. */
export function isStructured({ path, text }: Source): boolean {
  return isStructuredByName(path) || (/^<.*>$/.test(path) && /^\s*\{/.test(text));
}

/** Whether its ending says so; what is in it, and in which encoding, has no say then. */
export function isStructuredByName(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** A structured note carries its prose as well. */
const LIMITS = { bytes: 16 * 1024 * 1024, keys: 1000 };

/**
 * Reads a note that is structured data: YAML, or JSON by the file's ending or because the text starts with `{`. The keys
 * are those of the front matter, and `body`, `insight`, `laws` and the house's own sections, each a Markdown string or a
 * list of Markdown paragraphs, which headings divide as they do in a Markdown note. It throws for no content.
 */
export function readStructured(source: Source, vocabulary: Vocabulary, wanted: Wanted = 'meaning'): NoteResult {
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
  const comments: NoteComment[] = [];
  const blocksOfValue = ({ name, value }: Entry): NoteBlock[] =>
    textsOf(value, name, collector).flatMap((text) => blocksOf(text, wanted, collector, comments));
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
    comments: [...(data === 'yaml' ? keyComments(mapping, source) : []), ...comments],
  };
  return { note, diagnostics: collector.diagnostics };
}

/** The comments of YAML: one above a key speaks of all of it. */
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

/** An ending decides; without one, as on stdin, the first character does. */
function isJson({ path, text }: Source): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && text.trimStart().startsWith('{'));
}

/** The values that hold Markdown. */
function textsOf(value: Data, name: string, collector: DiagnosticCollector): readonly Scalar[] {
  const items = value.kind === 'sequence' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return item.value === null ? [] : [item];
    const message = `${name} is a Markdown text or a list of Markdown paragraphs`;
    collector.add('error', {
      rule: 'wrong-type',
      message,
      advice: `Write ${name}: and a text, or a list of texts.`,
      span: item.span,
    });
    return [];
  });
}

function blocksOf(
  scalar: Scalar,
  wanted: Wanted,
  collector: DiagnosticCollector,
  comments: NoteComment[],
): readonly NoteBlock[] {
  const value = asMarkdown(tracedValue(scalar, collector.source));
  const markdown = parseMarkdown(value.text, 0, value.text.length, wanted);
  const placeOf = (place: Span) => sourceSpan(value, place);
  if (markdown.tooComplex) {
    const { span: place, ...said } = markdown.tooComplex;
    collector.add('fatal', { rule: 'too-complex', ...said, span: placeOf(place) });
    return [];
  }
  for (const warning of markdown.warnings) collector.add('warning', { ...warning, span: placeOf(warning.span) });
  for (const { span: place, within } of markdown.comments)
    comments.push({ span: placeOf(place), ...(within ? { within: placeOf(within) } : {}) });
  return markdown.items.flatMap((item) => {
    if (item.kind !== 'block') return [];
    const passages = item.passages?.map((passage) => passageThrough(passage, value));
    return [{ block: item.block, span: placeOf(item.span), ...(passages ? { passages } : {}) }];
  });
}

/** With the line ends that Markdown knows: an escaped carriage return is nowhere in the source. */
function asMarkdown(value: Traced): Traced {
  if (!value.text.includes('\r')) return value;
  const origins = [{ at: 0, span: value.span, isExact: false }];
  return { ...value, text: value.text.replace(/\r\n?/g, '\n'), origins };
}

function readData({ text }: Source, collector: DiagnosticCollector, unlisted: string): Mapping | undefined {
  const fences = findFences(text);
  const whole = fences.kind === 'found' ? fences : undefined;
  if (whole && text.slice(whole.whole.end).trim() !== '') {
    collector.add('fatal', {
      rule: 'invalid-yaml',
      message: 'text stands behind this line ---: this is a Markdown note, and no YAML',
      advice: 'Name the file .md; in a structured note the text stands under body:, indented.',
      span: span(whole.content.end, whole.content.end + 3),
    });
    return undefined;
  }
  const { start, end } = whole?.content ?? span(0, text.length);
  const yaml = readYaml(text.slice(start, end), start, LIMITS, unlisted);
  if ('mapping' in yaml) return yaml.mapping;
  collector.add('fatal', findConflict(text) ?? yaml.problem);
  return undefined;
}

const YAML_ADVICE = 'Write lines of the form key: value, such as headline: and body:.';
const JSON_OBJECT_ADVICE = 'Write one object: { "headline": "…", "source": "…", "body": "…" }.';

/** JSON is read as the YAML that it is, for the places, after JSON's own parser has found it sound. */
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

/** The engine's words differ from one to the next: only the place is taken from them. */
export function jsonFault(text: string, said: string): Problem {
  const end = text.trimEnd().length;
  const at = Math.min(Number(/position (\d+)/.exec(said)?.[1] ?? end), end);
  const fault = { rule: 'invalid-json', span: span(at, Math.min(at + 1, text.length)) };
  if (/^[}\]]/.test(text.slice(at)) && text.slice(0, at).trimEnd().endsWith(','))
    return { ...fault, message: 'a comma stands before the closing bracket', advice: 'Remove the comma.' };
  if (at === end)
    return {
      ...fault,
      message: 'the JSON ends before it is whole',
      advice: 'Close the brackets and quotation marks that are open.',
    };
  const advice = 'Look at the comma, the quotation mark or the bracket here, or just before.';
  return { ...fault, message: 'this is not valid JSON', advice };
}
