import type { Article, Attribution, Image, Inline, Prose } from '../model/article.ts';
import type { House } from '../model/house.ts';

/** How one format puts what a writer wrote into a template. */
export interface Printer {
  /** `after` is the prose before it where nothing stands between the two. */
  prose(prose: Prose, after?: Prose): unknown;
  /** Prose that a template puts into a list item. */
  item(prose: Prose): unknown;
  inline(inlines: readonly Inline[]): unknown;
  /** Text without marks, such as the headline. */
  plain(text: string): unknown;
  join(parts: readonly unknown[], separator: string): unknown;
}

/** Objects that a template sees have no prototype: there is nothing to find on them but what is meant. */
export type Data = Record<string, unknown>;

/**
 * What a template sees: the names and the shape of the JSON format, with prose and plain text already printed for the
 * template's format, and beside them
 * - `labels`, `house` ({name, lang, publisher}): the house's;
 * - `attribution`: the sources as one line; `picture`: the image as the format prints one;
 * - `parts`: what the house prints, in its order, each {part, scope} for `{{> (lookup . "part") scope}}`.
 * - `day` in each of `corrections`: its date without the time.
 * A field that the article lacks is there and undefined, so that strict lookup tells it from a misspelt name.
 */
export function createContext(article: Article, house: House, printer: Printer): Data {
  const { plain, prose, item } = printer;
  const context = data({
    headline: plain(article.headline),
    source: article.source.map(({ name, url, date }) => data({ name: plain(name), url, date })),
    slug: article.slug,
    id: article.id,
    url: article.url,
    lang: article.lang,
    dek: article.dek === undefined ? undefined : plain(article.dek),
    byline: article.byline?.map(plain),
    dateline: article.dateline === undefined ? undefined : plain(article.dateline),
    date: article.date,
    updated: article.updated,
    embargo: article.embargo,
    expires: article.expires,
    section: article.section === undefined ? undefined : plain(article.section),
    topics: article.topics?.map(plain),
    image: article.image && data({ alt: undefined, credit: undefined, caption: undefined, ...article.image }),
    status: article.status,
    corrections: article.corrections?.map(({ date, text }) => data({ date, day: day(date), text: plain(text) })),
    insight_by: article.insight_by,
    body: prose(article.body),
    insight: article.insight.map((part, index) =>
      data({ part: part.part, prose: prose(part.prose, article.insight[index - 1]?.prose) }),
    ),
    laws: article.laws.map(item),
    sections: article.sections.map((section) =>
      data({ id: section.id, heading: plain(section.heading), prose: prose(section.prose) }),
    ),
    labels: data({ ...house.labels, insight_by: data({ ...house.labels.insight_by }) }),
    house: data({
      name: house.name,
      lang: house.lang,
      publisher: data({ url: undefined, logo: undefined, ...house.publisher }),
    }),
    attribution: attribution(article.source, house, printer),
    picture: article.image && prose([picture(article.image, house)]),
  });
  context.parts = parts(article, house, context, printer);
  return context;
}

/** Every name that a template of any format may use. */
export const TEMPLATE_NAMES: ReadonlySet<string> = new Set([
  ...['headline', 'source', 'slug', 'id', 'url', 'lang', 'dek', 'byline', 'dateline', 'date', 'updated', 'embargo'],
  ...[
    'expires',
    'section',
    'topics',
    'image',
    'status',
    'corrections',
    'insight_by',
    'body',
    'insight',
    'laws',
    'sections',
  ],
  ...['labels', 'house', 'parts', 'attribution', 'picture', 'name', 'alt', 'credit', 'caption', 'day', 'text', 'part'],
  ...[
    'prose',
    'heading',
    'publisher',
    'logo',
    'scope',
    'length',
    'correction',
    'colon',
    'semicolon',
    'comma',
    'open',
    'close',
  ],
  ...[
    'updated',
    'human',
    'ai',
    'mixed',
    'fragment',
    'meta',
    'canonical',
    'jsonLd',
    'layout',
    'anchors',
    'anchor',
    'times',
  ],
  ...['time', 'signed', 'attribute', 'content'],
]);

/** An object as a template sees one. */
export function data(values: Data): Data {
  return Object.assign(Object.create(SAYABLE), values);
}

/** Handlebars puts an object into the message that a name is missing from it. */
const SAYABLE: object = Object.freeze(Object.create(null, { [Symbol.toPrimitive]: { value: () => 'it' } }));

/** What is printed, in the house's order; an article's sections that the house does not know stand where it says `sections`. */
function parts(article: Article, house: House, context: Data, { plain, prose }: Printer): Data[] {
  const found: Data[] = [];
  for (const name of house.order) {
    const own = house.sections.find((section) => section.id === name);
    if (!own && name !== 'sections') {
      found.push(data({ part: name, scope: context }));
      continue;
    }
    for (const section of article.sections) {
      if (section.id !== own?.id) continue;
      const heading = plain(own?.label ?? section.heading);
      found.push(data({ part: 'section', scope: data({ heading, prose: prose(section.prose) }) }));
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
  const credit = image.credit === undefined ? undefined : `${labels.credit}${labels.colon}${image.credit}`;
  const title = [image.caption, credit].filter((part) => part !== undefined).join(' ');
  return {
    type: 'paragraph',
    tokens: [{ type: 'image', href: image.url, text: image.alt ?? '', ...(title === '' ? {} : { title }) }],
  };
}
