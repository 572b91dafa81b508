import type { Approval, Article, Attribution, Correction, Image, Inline, Prose } from '../../model/article.ts';
import type { House, Labels } from '../../model/house.ts';
import { type Fields, type KeyType, keyEntries } from '../../model/keys.ts';
import { CHANNELS, type ChannelName } from '../channels/names.ts';
import { printDate } from '../dates.ts';
import type { Footnotes, NumberedFootnote } from '../footnotes.ts';
import { newestCorrections } from '../newest-corrections.ts';

/** How a format prints the text of a writer for a template. */
export interface Printer {
  /** Prose with headings from `level`. `after` is the prose directly before it. */
  prose(prose: Prose, level: number, after?: Prose): unknown;
  /** The items of one list. */
  items(items: readonly Prose[]): readonly unknown[];
  inline(inlines: readonly Inline[]): unknown;
  /** The prose of a footnote. */
  footnote(footnote: NumberedFootnote): unknown;
  /** Text without formatting, such as the headline. */
  plain(text: string): unknown;
  /** A label of the house. It may start a line. One function for all posts of a format. */
  label(text: string): unknown;
  join(parts: readonly unknown[], separator: string): unknown;
  /** A date as written, in the house's form. */
  date(written: string): unknown;
}

/** An object that a template sees. It has no prototype, so that a template finds only its own fields. */
export type TemplateData = Record<string, unknown>;

/**
 * What a template sees: the names and structure of the JSON format, with prose and plain text printed in the format of the
 * template, and in addition
 * - `labels` and `house` ({name, lang, publisher}), from the house
 * - `attribution`: the sources on one line; `picture`: the image as the format prints it
 * - `parts`: the parts in the order of the house, each {part, scope} for `{{> (lookup . "part") scope}}`
 * - `day` in each correction: its date without the time
 * - `newest`: the newest corrections; `isWithdrawn`
 * - `channel`: whether the post is for each channel, by its name
 * A field that the article lacks is undefined (a list is empty; see `image()`), so that strict lookup can tell it from a
 * misspelt name.
 */
export function createContext(article: Article, house: House, { list }: Footnotes, printer: Printer): TemplateData {
  const { plain, prose, items } = printer;
  const context = Object.assign(frontMatter(article, printer), {
    body: prose(article.body, 2),
    insight: article.insight.map((part, index) =>
      data({ part: part.part, prose: prose(part.prose, 3, article.insight[index - 1]?.prose) }),
    ),
    laws: items(article.laws),
    sections: article.sections.map((section) =>
      data({ id: section.id, heading: plain(section.heading), prose: prose(section.prose, 3) }),
    ),
    footnotes: list.map((footnote) =>
      data({ label: footnote.label, number: footnote.number, prose: printer.footnote(footnote) }),
    ),
    labels: labels(article, house, printer),
    house: data({
      name: house.name,
      lang: house.lang,
      publisher: data({ url: undefined, logo: undefined, ...house.publisher, name: plain(house.publisher.name) }),
    }),
    attribution: attribution(article.source, house, printer),
    authors: article.byline?.length ? printer.label(house.labels.by + names(article.byline, house)) : '',
    times: data({ date: time(article.date, printer), updated: time(article.updated, printer) }),
    picture: article.image && prose([picture(article.image, house)], 2),
    newest: correctionsData(newestCorrections(article.corrections), printer),
    isWithdrawn: article.status === 'withdrawn',
    channel: NO_CHANNEL,
  });
  context.parts = parts(article, house, context, printer);
  return context;
}

/** The values of the front matter by the type of their keys. A missing value is empty. */
function frontMatter(article: Article, printer: Printer): TemplateData {
  const found = data({});
  for (const [key, type] of PRINTED) found[key] = fieldValue(type, article[key], printer);
  return found;
}

const PRINTED = keyEntries().flatMap(([key, { type, isPrinted }]): [keyof Fields, KeyType][] =>
  isPrinted === false ? [] : [[key as keyof Fields, type]],
);

function fieldValue(type: KeyType, value: Fields[keyof Fields], printer: Printer): unknown {
  const { plain } = printer;
  switch (type) {
    case 'text':
      return value === undefined ? undefined : plain(value as string);
    case 'names':
      return ((value ?? []) as readonly string[]).map(plain);
    case 'source':
      return ((value ?? []) as readonly Attribution[]).map(({ name, url, date }) =>
        data({ name: plain(name), url, date }),
      );
    case 'image':
      return image(value as Image | undefined);
    case 'approval':
      return approval(value as Approval | undefined, printer);
    case 'corrections':
      return correctionsData((value ?? []) as readonly Correction[], printer);
    default:
      return value;
  }
}

function correctionsData(corrections: readonly Correction[], printer: Printer): readonly TemplateData[] {
  return corrections.map(({ date, text }) => data({ date, time: time(date, printer), text: printer.plain(text) }));
}

/**
 * The image as a template sees it. A missing image is an empty list with empty fields: it is false for `{{#if}}` and
 * `{{#with}}`, and `{{image.url}}` prints nothing.
 */
export function image(given: Image | undefined): object {
  const absent = { url: undefined, alt: undefined, credit: undefined, caption: undefined };
  return given ? data({ ...absent, ...given }) : Object.assign([], absent);
}

/** As the image: a missing approval is false, with empty fields. */
function approval(given: Approval | undefined, { plain }: Printer): object {
  if (given) return data({ ...given, by: plain(given.by) });
  return Object.assign([], { by: undefined, at: undefined, hash: undefined });
}

/** The labels of each house as each format prints them: most of a template's names, and the same in every post. */
const printedLabels = new WeakMap<Labels, Map<Printer['label'], TemplateData>>();

function labels({ byline }: Article, house: House, printer: Printer): TemplateData {
  const known = printedLabels.get(house.labels) ?? new Map<Printer['label'], TemplateData>();
  printedLabels.set(house.labels, known);
  const printed = known.get(printer.label) ?? printLabels(house.labels, printer);
  known.set(printer.label, printed);
  const and = lastSeparator(byline, house);
  return and === house.labels.and ? printed : data({ ...printed, and: printer.plain(and) });
}

function printLabels(
  { colon, semicolon, comma, open, close, by, and, insight_by, alerts, ...words }: Labels,
  printer: Printer,
): TemplateData {
  const each = (values: Readonly<Record<string, string>>, print: (text: string) => unknown) =>
    data(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, print(value)])));
  const marks = each({ colon, semicolon, comma, open, close, by, and }, printer.plain);
  return Object.assign(each(words, printer.label), marks, {
    insight_by: each(insight_by, printer.label),
    alerts: each(alerts, printer.label),
  });
}

/** An object without a prototype for a template. */
export function data(values: TemplateData): TemplateData {
  return Object.assign(Object.create(SAYABLE), values);
}

/** What a template sees of the channel of its post. */
export function channelData(channel?: ChannelName): TemplateData {
  return data(Object.fromEntries(CHANNELS.map((name) => [name, name === channel])));
}

/** Handlebars converts an object to a string in the message about a missing name. */
const SAYABLE: object = Object.freeze(Object.create(null, { [Symbol.toPrimitive]: { value: () => 'it' } }));

const NO_CHANNEL = channelData();

/** The parts in the order of the house. `sections` stands for the sections that the house does not know. */
function parts(article: Article, house: House, context: TemplateData, { plain, prose }: Printer): TemplateData[] {
  const found: TemplateData[] = [];
  for (const name of partsInOrder(house, context.footnotes as readonly unknown[])) {
    const own = house.sections.find((section) => section.id === name);
    if (!own && name !== 'sections') {
      found.push(data({ part: name, scope: context }));
      continue;
    }
    for (const section of article.sections) {
      if (section.id !== own?.id) continue;
      const heading = plain(own?.label ?? section.heading);
      found.push(data({ part: 'section', scope: data({ heading, prose: prose(section.prose, 3) }) }));
    }
  }
  return found;
}

/** The names of the parts. The text refers to the footnotes, so a house that does not list them prints them last. */
export function partsInOrder({ order }: House, footnotes: readonly unknown[]): readonly string[] {
  const others = order.filter((name) => name !== 'footnotes');
  if (footnotes.length === 0) return others;
  return order.length > others.length ? order : [...others, 'footnotes'];
}

function attribution(sources: readonly Attribution[], house: House, printer: Printer): unknown {
  return printer.join(
    sources.map((source) => printer.inline(attributionInlines(source, house))),
    house.labels.semicolon,
  );
}

function attributionInlines(source: Attribution, house: House): readonly Inline[] {
  const text: Inline = { type: 'text', text: source.name };
  const name: readonly Inline[] =
    source.tokens ?? (source.url === undefined ? [text] : [{ type: 'link', href: source.url, tokens: [text] }]);
  if (source.date === undefined) return name;
  return [...name, { type: 'text', text: `${house.labels.open}${printDate(source.date, house)}${house.labels.close}` }];
}

function time(written: string | undefined, { date }: Printer): unknown {
  return written === undefined ? undefined : date(written);
}

/** `A`, `A and B`, `A, B and C`. */
export function names(list: readonly string[], house: House): string {
  const last = list.at(-1) ?? '';
  return list.length < 2 ? last : list.slice(0, -1).join(house.labels.comma) + lastSeparator(list, house) + last;
}

/** What separates the last two names: ` and `, or `, and ` after two others with a serial comma. */
function lastSeparator(list: readonly string[] = [], { labels, usage }: House): string {
  return list.length > 2 && usage.serial_comma === 'always' ? labels.comma.trimEnd() + labels.and : labels.and;
}

/** The image of the note as an image in prose, with the caption and credit as its title. */
function picture(image: Image, { labels }: House): Prose[number] {
  const credit = image.credit === undefined ? '' : `${labels.credit}${labels.colon}${image.credit}`;
  const caption = image.caption ?? '';
  const title = caption + (caption === '' || credit === '' ? '' : between(caption, labels)) + credit;
  return {
    type: 'paragraph',
    tokens: [{ type: 'image', href: image.url, text: image.alt ?? '', ...(title === '' ? {} : { title }) }],
  };
}

/** What separates a caption from the credit: nothing more after a sentence, otherwise the semicolon of the house. */
function between(caption: string, { semicolon }: Labels): string {
  if (/[。！？][”’」』）]*$/.test(caption)) return '';
  return /[.!?…][)"'”’]*$/.test(caption) ? ' ' : semicolon;
}
