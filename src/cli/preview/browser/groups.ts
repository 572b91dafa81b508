import type { RuleContext } from '../../../lint/context.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Passage } from '../../../model/passage.ts';
import { positionAt, type Source, type Span } from '../../../text/index.ts';
import type { FindingGroup, FindingTotals, ShownFinding } from './state.ts';

/** A part of a note that findings are about. */
interface Place {
  readonly span: Span;
  readonly name: string;
  /** As a reader sees it. */
  readonly text: string;
}

/** Whether a comment in the note can suppress a finding. */
export type IsIgnorable = (finding: Diagnostic) => boolean;

const WHOLE_NOTE = 'Whole note';

/** Returns the findings by the paragraph that they are about, in the order of the note. */
export function groupsOf(
  findings: readonly Diagnostic[],
  context: RuleContext | undefined,
  isIgnorable: IsIgnorable,
): readonly FindingGroup[] {
  const places = context ? placesIn(context) : [];
  const groups = new Map<Place | undefined, ShownFinding[]>();
  for (const [index, finding] of findings.entries()) {
    const place = placeOf(finding, places);
    const group = groups.get(place) ?? [];
    groups.set(place, group);
    group.push(shownFinding(finding, index, isIgnorable(finding)));
  }
  return [...groups].map(([place, found]) => ({
    place: place?.name ?? WHOLE_NOTE,
    text: place?.text ?? '',
    findings: found,
  }));
}

/** How many findings there are of each kind. */
export function totalsOf(findings: readonly Diagnostic[]): FindingTotals {
  const count = (...severities: readonly string[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  return { errors: count('fatal', 'error'), warnings: count('warning'), suggestions: count('information') };
}

/** Tells a finding from the others of the same version of a note. */
export function keyOf({ rule, span: { start, end } }: Diagnostic, index: number): string {
  return `${index}:${rule}:${start}-${end}`;
}

/** The smallest place that contains the start of a finding. A finding about the whole file has none. */
function placeOf({ span, rule }: Diagnostic, places: readonly Place[]): Place | undefined {
  if (rule === 'not-formatted') return undefined;
  const around = places.filter((place) => place.span.start <= span.start && span.start <= place.span.end);
  return around.reduce<Place | undefined>(
    (least, place) => (least && length(least) <= length(place) ? least : place),
    undefined,
  );
}

function length({ span: { start, end } }: Place): number {
  return end - start;
}

/** How many characters an excerpt shows on each side of what was found. */
const AROUND = 48;
const LONGEST_EXCERPT = 160;

function shownFinding(finding: Diagnostic, index: number, isIgnorable: boolean): ShownFinding {
  const { rule, severity, message, advice, source, span, fix } = finding;
  const { line, column } = positionAt(source, span.start);
  return {
    key: keyOf(finding, index),
    rule,
    severity,
    message,
    ...(advice === undefined ? {} : { advice }),
    line,
    column,
    excerpt: excerptOf(source, span),
    ...(fix ? { fix: fix.isSafe ? 'safe' : 'unsafe' } : {}),
    isIgnorable,
  };
}

/** What was found, and what is beside it in its lines, cut between words. */
function excerptOf({ text }: Source, { start, end }: Span): ShownFinding['excerpt'] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd === -1 ? text.length : Math.max(end, lineEnd));
  const found = text.slice(start, end);
  return [
    before.length <= AROUND ? before : `…${before.slice(-AROUND).replace(/^[^\s]*(?=\s)/, '')}`,
    found.length <= LONGEST_EXCERPT ? found : `${found.slice(0, LONGEST_EXCERPT)}…`,
    after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/(?<=\s)[^\s]*$/, '')}…`,
  ];
}

/** The parts of a note, each with a name for a person. */
function placesIn(context: RuleContext): readonly Place[] {
  const { note, values } = context;
  const textOf = new Map(values.map((value) => [value.span.start, value.text]));
  const fields = note.fields.map(({ name, key, nameSpan, value }): Place => {
    const span = { start: nameSpan.start, end: Math.max(nameSpan.end, value.span.end) };
    const inside = [...textOf].find(([start]) => span.start <= start && start <= span.end);
    return { span, name: named(key ?? name), text: inside?.[1] ?? '' };
  });
  const { headline } = note;
  return [
    ...fields,
    ...(headline ? [{ span: headline.span, name: 'Headline', text: headline.text }] : []),
    ...sectionPlaces(context),
    ...note
      .footnotes()
      .map(({ label, span, passages }) => ({ span, name: `Footnote ${label}`, text: joined(passages()) })),
  ];
}

const SECTIONS: Readonly<Record<string, string>> = { body: 'Body', insight: 'Insight', laws: 'Laws', notes: 'Notes' };

function sectionPlaces({ note }: RuleContext): readonly Place[] {
  return note.sections.flatMap(({ kind, heading, blocks }) => {
    const section = SECTIONS[kind] ?? heading?.text ?? 'Section';
    const places: Place[] = heading ? [{ span: heading.span, name: `${section}: heading`, text: heading.text }] : [];
    let [paragraphs, part] = [0, section];
    for (const { type, span, passages } of blocks) {
      if (type === 'heading') {
        part = `${section}: ${joined(passages)}`;
        paragraphs = 0;
        places.push({ span, name: part, text: joined(passages) });
      } else if (type === 'list') places.push(...itemPlaces(kind, part, passages), { span, name: part, text: '' });
      else
        places.push({
          span,
          name: `${part}, ${kind === 'laws' ? 'law' : 'paragraph'} ${++paragraphs}`,
          text: joined(passages),
        });
    }
    return places;
  });
}

function itemPlaces(kind: string, part: string, passages: readonly Passage[]): readonly Place[] {
  return passages.map(({ span, text, item = 0 }) => ({
    span,
    name: kind === 'laws' ? `Law ${item + 1}` : `${part}, item ${item + 1}`,
    text,
  }));
}

function joined(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join('\n');
}

/** `source_text` as `Source text`. */
function named(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
