import type { Heading } from '../model/article.ts';
import { plainText } from '../model/article.ts';
import { certain, didYouMean } from '../model/nearest.ts';
import type { NoteBlock, NoteSection, SectionKind } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import type { Span } from '../text/index.ts';
import type { DiagnosticCollector } from './diagnostics.ts';

/** A section that is still being filled. */
interface OpenSection {
  readonly kind: SectionKind;
  readonly id?: string;
  readonly lang?: string;
  readonly heading?: NonNullable<NoteSection['heading']>;
  readonly blocks: NoteBlock[];
  end: number;
}

/** The sections in the order of the note, and the language of the first known heading. */
export interface Sections {
  readonly sections: readonly NoteSection[];
  readonly lang?: string;
}

/**
 * Divides the blocks of a text into sections. A known heading of any level begins a section. Another heading belongs to the
 * current section if it is deeper than the heading of that section, names a part of the insight, or is in the body. Every
 * other heading begins an unknown section, which is reported. `first` receives the blocks before the first section.
 */
export function divide(
  blocks: readonly NoteBlock[],
  start: number,
  vocabulary: Vocabulary,
  collector: DiagnosticCollector,
  first: Omit<NoteSection, 'blocks' | 'span'> = { kind: 'body' },
): Sections {
  let current: OpenSection = { ...first, blocks: [], end: start };
  const found = [current];
  for (const noteBlock of blocks) {
    const { type, span } = noteBlock;
    const block = type === 'heading' ? noteBlock.block : undefined;
    const next = block?.type === 'heading' ? sectionAt(block, span, current, vocabulary, collector) : undefined;
    if (next) {
      current = next;
      found.push(current);
    } else {
      current.blocks.push(noteBlock);
    }
    current.end = span.end;
  }
  const lang = found.find((section) => section.lang !== undefined)?.lang;
  return { sections: found.map((section) => closed(section, start)), ...(lang === undefined ? {} : { lang }) };
}

function closed({ kind, id, heading, blocks, end }: OpenSection, start: number): NoteSection {
  const from = heading?.span.start ?? blocks[0]?.span.start ?? start;
  const section: { -readonly [key in keyof NoteSection]: NoteSection[key] } = {
    kind,
    blocks,
    span: { start: from, end },
  };
  if (id !== undefined) section.id = id;
  if (heading) section.heading = heading;
  return section;
}

/** The section that a heading begins, or undefined if the heading belongs to the current section. */
function sectionAt(
  block: Heading,
  span: Span,
  current: OpenSection,
  vocabulary: Vocabulary,
  collector: DiagnosticCollector,
): OpenSection | undefined {
  const text = plainText(block.tokens).trim();
  const heading = { text, depth: block.depth, span };
  const known = vocabulary.sections.get(normalizeName(text));
  if (known) {
    const id = known.id === undefined ? {} : { id: known.id };
    return { kind: known.kind, ...id, lang: known.lang, heading, blocks: [], end: span.end };
  }
  const deeper = block.depth > (current.heading?.depth ?? 0);
  if (current.kind === 'insight' && (deeper || vocabulary.roles.has(normalizeName(text)))) {
    if (isMisspelt(text, 'insight', vocabulary)) unknown(text, span, vocabulary, collector);
    return undefined;
  }
  if (current.kind === 'notes') {
    if (!deeper) unprinted(text, span, collector);
    return undefined;
  }
  if (deeper && (current.kind === 'house' || current.kind === 'unknown')) return undefined;
  unknown(text, span, vocabulary, collector);
  return current.kind === 'body' ? undefined : { kind: 'unknown', heading, blocks: [], end: span.end };
}

/** Whether a heading inside a section of a kind certainly means another section. */
function isMisspelt(text: string, inside: SectionKind, { roles, sections, sectionNames }: Vocabulary): boolean {
  const meant = roles.has(normalizeName(text)) ? undefined : certain(text, sectionNames);
  return meant !== undefined && sections.get(normalizeName(meant))?.kind !== inside;
}

function unknown(
  text: string,
  span: Span,
  { sectionNames, headings, sections }: Vocabulary,
  collector: DiagnosticCollector,
): void {
  const meant = certain(text, sectionNames);
  const section = meant === undefined ? undefined : sections.get(normalizeName(meant));
  collector.add('warning', {
    rule: 'unknown-section',
    message: `unknown section '${text}'`,
    advice: didYouMean(text, sectionNames, `Use one of ${headings.join(', ')}.`),
    meant,
    part: section?.id ?? section?.kind,
    span,
  });
}

function unprinted(text: string, span: Span, collector: DiagnosticCollector): void {
  collector.add('warning', {
    rule: 'unknown-section',
    message: `section '${text}' comes after the notes and is not printed`,
    advice: 'Move it above the notes.',
    span,
  });
}
