import type { Article, Attribution, Correction, Image, Inline, Prose } from '../../model/article.ts';
import type { House, Labels } from '../../model/house.ts';
import { type Fields, type KeyType, keyEntries } from '../../model/keys.ts';

/** How one format puts what a writer wrote into a template. */
export interface Printer {
  /** Prose whose headings begin with `level`; `after` is the prose before it where nothing stands between the two. */
  prose(prose: Prose, level: number, after?: Prose): unknown;
  /** Prose that a template puts into the items of one list. */
  items(items: readonly Prose[]): readonly unknown[];
  inline(inlines: readonly Inline[]): unknown;
  /** Text without marks, such as the headline. */
  plain(text: string): unknown;
  /** A house's own words, which may stand at the start of a line. */
  label(text: string): unknown;
  join(parts: readonly unknown[], separator: string): unknown;
}

/** Objects that a template sees have no prototype: there is nothing to find on them but what is meant. */
export type TemplateData = Record<string, unknown>;

/**
 * What a template sees: the names and the shape of the JSON format, with prose and plain text already printed for the
 * template's format, and beside them
 * - `labels`, `house` ({name, lang, publisher}): the house's;
 * - `attribution`: the sources as one line; `picture`: the image as the format prints one;
 * - `parts`: what the house prints, in its order, each {part, scope} for `{{> (lookup . "part") scope}}`.
 * - `day` in each of `corrections`: its date without the time.
 * A field that the article lacks is there and undefined (a list: empty; the image: `image()`), so that strict lookup
 * tells it from a misspelt name.
 */
export function createContext(article: Article, house: House, printer: Printer): TemplateData {
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
    labels: labels(house.labels, printer),
    house: data({
      name: house.name,
      lang: house.lang,
      publisher: data({ url: undefined, logo: undefined, ...house.publisher, name: plain(house.publisher.name) }),
    }),
    attribution: attribution(article.source, house, printer),
    picture: article.image && prose([picture(article.image, house)], 2),
  });
  context.parts = parts(article, house, context, printer);
  return context;
}

/** The values of the front matter, by the type of their keys. An absent one is there and empty. */
function frontMatter(article: Article, { plain }: Printer): TemplateData {
  const found = data({});
  for (const [key, type] of PRINTED) found[key] = fieldValue(type, article[key], plain);
  return found;
}

const PRINTED = keyEntries().flatMap(([key, { type, isPrinted }]): [keyof Fields, KeyType][] =>
  isPrinted === false ? [] : [[key as keyof Fields, type]],
);

function fieldValue(type: KeyType, value: Fields[keyof Fields], plain: Printer['plain']): unknown {
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
    case 'corrections':
      return ((value ?? []) as readonly Correction[]).map(({ date, text }) =>
        data({ date, day: day(date), text: plain(text) }),
      );
    default:
      return value;
  }
}

/**
 * The image as a template sees it. Where there is none, one that `{{#if}}` and `{{#with}}` take for nothing, as they do an
 * empty list, and whose fields `{{image.url}}` finds empty.
 */
export function image(given: Image | undefined): object {
  const absent = { url: undefined, alt: undefined, credit: undefined, caption: undefined };
  return given ? data({ ...absent, ...given }) : Object.assign([], absent);
}

function labels(
  { colon, semicolon, comma, open, close, insight_by: by, ...words }: Labels,
  printer: Printer,
): TemplateData {
  const each = (values: Readonly<Record<string, string>>, print: (text: string) => unknown) =>
    data(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, print(value)])));
  const marks = each({ colon, semicolon, comma, open, close }, printer.plain);
  return Object.assign(each(words, printer.label), marks, { insight_by: each(by, printer.label) });
}

/** An object as a template sees one. */
export function data(values: TemplateData): TemplateData {
  return Object.assign(Object.create(SAYABLE), values);
}

/** Handlebars puts an object into the message that a name is missing from it. */
const SAYABLE: object = Object.freeze(Object.create(null, { [Symbol.toPrimitive]: { value: () => 'it' } }));

/** What is printed, in the house's order; an article's sections that the house does not know stand where it says `sections`. */
function parts(article: Article, house: House, context: TemplateData, { plain, prose }: Printer): TemplateData[] {
  const found: TemplateData[] = [];
  for (const name of house.order) {
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
  return [...name, { type: 'text', text: `${house.labels.open}${day(source.date)}${house.labels.close}` }];
}

/** The day of a date as written. */
function day(date: string | undefined): string | undefined {
  return date?.slice(0, 10);
}

/** The note's image as prose has one: its caption and credit are the image's title. */
function picture(image: Image, { labels }: House): Prose[number] {
  const credit = image.credit === undefined ? '' : `${labels.credit}${labels.colon}${image.credit}`;
  const caption = image.caption ?? '';
  const title = caption + (caption === '' || credit === '' ? '' : between(caption, labels)) + credit;
  return {
    type: 'paragraph',
    tokens: [{ type: 'image', href: image.url, text: image.alt ?? '', ...(title === '' ? {} : { title }) }],
  };
}

/** A caption that is a sentence ends by itself; another is set apart from the credit by the house's mark. */
function between(caption: string, { semicolon }: Labels): string {
  if (/[。！？][”’」』）]*$/.test(caption)) return '';
  return /[.!?…][)"'”’]*$/.test(caption) ? ' ' : semicolon;
}
