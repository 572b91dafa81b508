import type { RuleContext } from '../../../lint/context.ts';
import type { Key } from '../../../model/keys.ts';
import type { Passage } from '../../../model/passage.ts';
import type { Span } from '../../../text/index.ts';
import type { Messages } from '../../messages/messages.ts';

/** A part of a note that findings are about. */
export interface Place {
  readonly span: Span;
  /** In the language of the messages: `Body, paragraph 2`. */
  readonly name: string;
  /** As a reader sees it. */
  readonly text: string;
}

const KEY_NAMES: Readonly<Record<Key, string>> = {
  headline: 'Headline',
  source: 'Source',
  slug: 'Slug',
  id: 'Id',
  url: 'Url',
  lang: 'Lang',
  dek: 'Dek',
  byline: 'Byline',
  dateline: 'Dateline',
  date: 'Date',
  updated: 'Updated',
  embargo: 'Embargo',
  expires: 'Expires',
  section: 'Section',
  topics: 'Topics',
  image: 'Image',
  status: 'Status',
  approved: 'Approved',
  corrections: 'Corrections',
  insight_by: 'Insight by',
  source_text: 'Source text',
  ednote: 'Ednote',
};

/** Returns the parts of a note, each with a name for a person. */
export function placesIn(context: RuleContext, messages: Messages): readonly Place[] {
  const { note, values } = context;
  const { text } = messages;
  const textOf = new Map(values.map((value) => [value.span.start, value.text]));
  const fields = note.fields.map(({ name, key, nameSpan, value }): Place => {
    const span = { start: nameSpan.start, end: Math.max(nameSpan.end, value.span.end) };
    const inside = [...textOf].find(([start]) => span.start <= start && start <= span.end);
    return { span, name: key ? text(KEY_NAMES[key]) : name, text: inside?.[1] ?? '' };
  });
  const { headline } = note;
  return [
    ...fields,
    ...(headline ? [{ span: headline.span, name: text('Headline'), text: headline.text }] : []),
    ...sectionPlaces(context, messages),
    ...note
      .footnotes()
      .map(({ label, span, passages }) => ({ span, name: text(`Footnote ${label}`), text: joined(passages()) })),
  ];
}

const SECTIONS: Readonly<Record<string, string>> = {
  body: 'Body',
  insight: 'Insight',
  laws: 'Laws',
  notes: 'Private notes',
};

function sectionPlaces({ note }: RuleContext, messages: Messages): readonly Place[] {
  const { text, colon } = messages;
  return note.sections.flatMap(({ kind, heading, blocks }) => {
    const known = SECTIONS[kind];
    const section = known === undefined ? (heading?.text ?? text('Unnamed section')) : text(known);
    const places: Place[] = heading
      ? [{ span: heading.span, name: section + colon + text('heading'), text: heading.text }]
      : [];
    let [paragraphs, part] = [0, section];
    for (const { type, span, passages } of blocks) {
      if (type === 'heading') {
        part = section + colon + joined(passages);
        paragraphs = 0;
        places.push({ span, name: part, text: joined(passages) });
      } else if (type === 'list')
        places.push(...itemPlaces(kind, part, passages, messages), { span, name: part, text: '' });
      else {
        const name = kind === 'laws' ? text(`Law ${++paragraphs}`) : text(`${part}, paragraph ${++paragraphs}`);
        places.push({ span, name, text: joined(passages) });
      }
    }
    return places;
  });
}

function itemPlaces(
  kind: string,
  part: string,
  passages: readonly Passage[],
  { text: translate }: Messages,
): readonly Place[] {
  return passages.map(({ span, text, item = 0 }) => ({
    span,
    name: translate(kind === 'laws' ? `Law ${item + 1}` : `${part}, item ${item + 1}`),
    text,
  }));
}

function joined(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join('\n');
}
