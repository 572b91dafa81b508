import type { Article } from '../model/article.ts';
import type { House } from '../model/house.ts';
import { KEYS } from '../model/keys.ts';
import type { Note } from '../model/note.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { lineAt, positionAt, type Span, span } from '../text/index.ts';
import type { DiagnosticCollector } from './diagnostics.ts';
import { reportOpenFence } from './hints.ts';
import { placeOfMissingKey, placeOfMissingText } from './missing-place.ts';
import { startsWithSourceLabel } from './source-line.ts';

interface RequiredPart {
  readonly message: string;
  /** Names headings and labels as a note of the house has them. */
  readonly advice: (house: House) => string;
  readonly has: (article: Article) => boolean;
}

const MISSING: Readonly<Record<string, RequiredPart>> = {
  headline: {
    message: 'missing headline',
    advice: () => "Write 'headline: …' in the front matter or '# …' at the top of the text.",
    has: ({ headline }) => headline !== '',
  },
  source: {
    message: 'missing source',
    advice: ({ labels }) =>
      `Write 'source: …' in the front matter or '${labels.source}${labels.colon}…' as the last line of the body.`,
    has: ({ source }) => source.length > 0,
  },
  body: {
    message: 'missing body',
    advice: () => 'Write the story above the first section.',
    has: ({ body }) => body.length > 0,
  },
  insight: {
    message: 'missing insight',
    advice: ({ headings }) => `Write it under a heading '## ${headings.insight.heading}'.`,
    has: ({ insight }) => insight.length > 0,
  },
  laws: {
    message: 'missing laws',
    advice: ({ headings }) => `Write them as a list under a heading '## ${headings.laws.heading}'.`,
    has: ({ laws }) => laws.length > 0,
  },
};

/** Reports each required part that the article lacks, at the place where the part belongs. */
export function reportMissing(
  article: Article,
  note: Note,
  house: House,
  vocabulary: Vocabulary,
  collector: DiagnosticCollector,
): void {
  if (note.source.text.trim() === '' && house.required.length > 0) {
    const message = 'empty note';
    const advice = "Write a headline and a source between two '---' lines, and the story below.";
    collector.add('error', { rule: 'empty-note', message, advice, span: span(0, 0) });
    return;
  }
  for (const name of house.required) {
    const part = MISSING[name];
    if (part ? part.has(article) : isGiven(article, name)) continue;
    const own = house.sections.find(({ id }) => id === name);
    if (own && article.sections.some(({ id, prose }) => id === name && prose.length > 0)) continue;
    const message = part?.message ?? (own ? `missing section '${own.heading}'` : `missing ${name}`);
    const advice =
      part?.advice(house) ??
      (own ? `Write it under a heading '## ${own.heading}'.` : `Write '${name}: …' in the front matter.`);
    const hidden = name === 'source' ? hiddenSourceLine(note, vocabulary) : undefined;
    const place = placeOf(name, note);
    collector.add(
      'error',
      hidden ?? {
        rule: part ? `missing-${name}` : 'missing-section',
        message,
        advice: dataAdvice(name, note) ?? advice,
        span: place,
        part: name,
      },
    );
  }
  if (collector.failed) reportOpenFence(note, collector);
}

/** For optional parts, such as `dek`, `image` and `corrections`. */
function isGiven(article: Article, name: string): boolean {
  return name !== 'sections' && (article as unknown as Readonly<Record<string, unknown>>)[name] !== undefined;
}

/** In a structured note every part is a key. */
function dataAdvice(name: string, { data }: Note): string | undefined {
  const value = name === 'laws' || name === 'insight' ? '["…", "…"]' : '"…"';
  if (data === undefined) return undefined;
  return data === 'json' ? `Write '"${name}": ${value}'.` : `Write '${name}: ${value}'.`;
}

/** Reports each part of the article that the house does not print. */
export function reportUnprinted(article: Article, note: Note, house: House, collector: DiagnosticCollector): void {
  const warn = (name: string, place: Span): void => {
    const message = `house '${house.name}' does not print ${name}`;
    collector.add('warning', {
      rule: 'unprinted',
      message,
      advice: "Add this part to 'order' in the house, or render with another house.",
      span: place,
    });
  };
  for (const name of ['headline', 'source', 'body', 'insight', 'laws'] as const) {
    if (MISSING[name]?.has(article) && !house.order.includes(name)) warn(`the ${name}`, placeOf(name, note));
  }
  if (article.corrections && !house.order.includes('corrections')) {
    warn('corrections', note.fields.find(({ key }) => key === 'corrections')?.nameSpan ?? span(0, 0));
  }
  for (const { kind, id, heading } of note.sections) {
    const listed = kind === 'unknown' ? 'sections' : kind === 'house' ? id : undefined;
    if (heading && listed !== undefined && !house.order.includes(listed)) warn(`'${heading.text}'`, heading.span);
  }
}

/** The heading or the key of a part, or else the place where the part belongs. */
function placeOf(name: string, note: Note): Span {
  const { sections, fields } = note;
  const own = sections.find(({ kind, id, heading }) => heading && (kind === name || id === name));
  if (own?.heading) return own.heading.span;
  const empty = fields.find(({ key }) => key === name);
  if (empty) return empty.nameSpan;
  return name in KEYS ? placeOfMissingKey(note) : placeOfMissingText(name === 'body', note);
}

/** A source line without a blank line before it is text of the paragraph: the most likely reason for a missing source. */
function hiddenSourceLine({ source, sections }: Note, vocabulary: Vocabulary) {
  const last = sections[0]?.blocks.at(-1);
  if (last?.block.type !== 'paragraph') return undefined;
  const text = source.text.slice(last.span.start, last.span.end).trimEnd();
  const at = last.span.start + text.lastIndexOf('\n') + 1;
  if (at === last.span.start || !startsWithSourceLabel(lineAt(source, positionAt(source, at).line), vocabulary))
    return undefined;
  return {
    rule: 'missing-source',
    part: 'source',
    message: 'missing source: this line belongs to the paragraph above it',
    advice: 'Put a blank line before it.',
    span: span(at, last.span.start + text.length),
  };
}
