import type { Data, Entry, Mapping } from '../model/data.ts';
import type { Note, NoteBlock, NoteSection } from '../model/note.ts';
import { type Source, type Span, span } from '../text/index.ts';
import { readYaml } from './front-matter/index.ts';
import { reportUnsafeLinks } from './links.ts';
import { parseMarkdown } from './markdown/index.ts';
import { fieldOf, type NoteResult } from './note.ts';
import { Report } from './report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A structured note carries its prose as well. */
const LIMITS = { bytes: 16 * 1024 * 1024, keys: 1000 };

/**
 * Reads a note that is structured data: YAML, or JSON when the text starts with `{`. The keys are those of the front
 * matter, and `body`, `insight`, `laws` and the house's own sections, each a Markdown string or a list of Markdown
 * paragraphs. All blocks of a value have its span. It throws for no content.
 */
export function readStructured(source: Source, vocabulary: Vocabulary): NoteResult {
  const report = new Report(source);
  const mapping = source.text.trimStart().startsWith('{') ? readJson(source, report) : read(source, report);
  if (!mapping) return { diagnostics: report.diagnostics };
  const prose = new Map<string, Omit<NoteSection, 'blocks' | 'span'>>();
  for (const kind of ['body', 'insight', 'laws', 'notes'] as const) prose.set(kind, { kind });
  for (const { id } of vocabulary.sections.values()) if (id !== undefined) prose.set(id, { kind: 'house', id });

  const fields = mapping.entries
    .filter(({ name }) => !prose.has(name))
    .map((entry) => fieldOf(entry, report, [...prose.keys()]));
  const sections = mapping.entries.flatMap((entry) => {
    const section = prose.get(entry.name);
    return section ? [sectionOf(section, entry, report)] : [];
  });
  sections.sort((a, b) => Number(b.kind === 'body') - Number(a.kind === 'body'));
  if (report.failed) return { diagnostics: report.diagnostics };
  for (const { blocks } of sections) reportUnsafeLinks(blocks, source, report);
  const note: Note = { source, fields, sections };
  return { note, diagnostics: report.diagnostics };
}

function sectionOf(
  section: Omit<NoteSection, 'blocks' | 'span'>,
  { name, nameSpan, value }: Entry,
  report: Report,
): NoteSection {
  const heading = section.kind === 'body' ? {} : { heading: { text: name, depth: 2, span: nameSpan } };
  return {
    ...section,
    ...heading,
    span: value.span,
    blocks: texts(value, name, report).flatMap((one) => blocksOf(one, report)),
  };
}

interface Text {
  readonly text: string;
  readonly span: Span;
}

function texts(value: Data, name: string, report: Report): readonly Text[] {
  const items = value.kind === 'sequence' ? value.items : [value];
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return item.value === null ? [] : [{ text: item.value, span: item.span }];
    const message = `${name} is a Markdown text or a list of Markdown paragraphs`;
    report.add('error', {
      rule: 'wrong-type',
      message,
      advice: `Write ${name}: and a text, or a list of texts.`,
      span: item.span,
    });
    return [];
  });
}

function blocksOf({ text, span: place }: Text, report: Report): readonly NoteBlock[] {
  const normal = text.replace(/\r\n?/g, '\n');
  const markdown = parseMarkdown(normal, 0, normal.length);
  if (markdown.tooComplex) {
    report.add('fatal', { rule: 'too-complex', ...markdown.tooComplex, span: place });
    return [];
  }
  for (const warning of markdown.warnings) report.add('warning', { ...warning, span: place });
  return markdown.items.flatMap((item) => (item.kind === 'block' ? [{ block: item.block, span: place }] : []));
}

function read({ text }: Source, report: Report): Mapping | undefined {
  const yaml = readYaml(text, 0, LIMITS);
  if ('mapping' in yaml) return yaml.mapping;
  report.add('fatal', yaml.problem);
  return undefined;
}

const JSON_ADVICE = 'Look at the comma, the quotation mark or the bracket here, or just before.';

/** JSON is read as the YAML that it is, for the places, after JSON's own parser has found it sound. */
function readJson(source: Source, report: Report): Mapping | undefined {
  try {
    JSON.parse(source.text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? source.text.length);
    const said = `this is not valid JSON: ${message.replace(/ (?:in JSON )?at position .*$/s, '').replace(/, \.*".*$/s, '')}`;
    report.add('fatal', {
      rule: 'invalid-json',
      message: said,
      span: span(at, Math.min(at + 1, source.text.length)),
      advice: JSON_ADVICE,
    });
    return undefined;
  }
  return read(source, report);
}
