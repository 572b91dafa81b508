import { type InsightPart, type Prose, plainText, type Section } from '../model/article.ts';
import type { House } from '../model/house.ts';
import type { Note, NoteSection } from '../model/note.ts';
import { normalizeName, type Vocabulary } from '../model/vocabulary.ts';
import { positionAt } from '../text/index.ts';
import type { DiagnosticCollector } from './diagnostics.ts';

/** The section of a kind. A second one is an error. */
export function section(
  { source, sections, data }: Note,
  kind: 'insight' | 'laws',
  collector: DiagnosticCollector,
): NoteSection | undefined {
  const [first, second] = sections.filter((one) => one.kind === kind);
  if (first?.heading && second?.heading) {
    const { line } = positionAt(source, first.heading.span.start);
    const message = data
      ? `'${first.heading.text}' and '${second.heading.text}' are the same section`
      : `duplicate section '${second.heading.text}'; the first one is on line ${line}`;
    collector.add('error', {
      rule: 'duplicate-section',
      message,
      advice: 'Merge the two sections.',
      span: second.heading.span,
    });
  }
  return first;
}

/** The parts of an insight. Each heading begins a part; without headings, each paragraph does. */
export function insightParts({ blocks }: NoteSection, { roles }: Vocabulary): readonly InsightPart[] {
  const parts: { part?: string; prose: Prose[number][] }[] = [];
  let named = false;
  for (const { block } of blocks) {
    const current = parts.at(-1);
    if (block.type === 'heading') {
      const text = plainText(block.tokens).trim();
      parts.push({ part: roles.get(normalizeName(text)) ?? text, prose: [] });
      named = true;
    } else if (!current || (block.type === 'paragraph' && !named)) {
      parts.push({ prose: [block] });
    } else {
      current.prose.push(block);
    }
  }
  return parts.filter(({ prose }) => prose.length > 0);
}

/** The laws: each list item and each paragraph is one. Any other block belongs to the law before it. */
export function lawsOf({ blocks }: NoteSection): readonly Prose[] {
  const laws: Prose[number][][] = [];
  for (const { block } of blocks) {
    if (block.type === 'list') laws.push(...block.items.map(({ tokens }) => [...tokens]));
    else if (block.type === 'paragraph' || laws.length === 0) laws.push([block]);
    else laws.at(-1)?.push(block);
  }
  return laws.filter((law) => law.length > 0);
}

/** The other sections. One that the house defines has the heading of the house, however the note spells it. */
export function otherSections({ sections }: Note, house: House): readonly Section[] {
  const canonical = new Map(house.sections.map(({ id, heading }) => [id, heading]));
  return sections
    .filter(({ kind }) => kind === 'house' || kind === 'unknown')
    .map(({ id, heading, blocks }) => ({
      ...(id === undefined ? {} : { id }),
      heading: canonical.get(id ?? '') ?? heading?.text ?? '',
      prose: blocks.map(({ block }) => block),
    }));
}
