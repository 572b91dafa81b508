import fc from 'fast-check';

/** An inline of a paragraph: a word, or words with a mark. */
export interface Piece {
  readonly mark: 'none' | 'em' | 'strong' | 'code' | 'link' | 'note';
  readonly text: string;
}

type Paragraph = readonly Piece[];

/** A story as it is meant, for the generated notes. */
export interface Story {
  readonly fields: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url?: string; readonly date?: string }[];
  readonly image: Readonly<Record<'url' | 'alt' | 'credit' | 'caption', string>>;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  readonly body: readonly Paragraph[];
  readonly insight: readonly { readonly part: string; readonly prose: Paragraph }[];
  readonly laws: readonly Paragraph[];
  readonly other: { readonly heading: string; readonly prose: Paragraph };
}

const WORDS = [
  'harbor',
  'crane',
  'berth',
  'tide',
  'quay',
  'pilot',
  'ledger',
  'lantern',
  'copper',
  'winter',
  '港口',
  'R&D',
];

export const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
const day = fc.integer({ min: 10, max: 28 });
const date = day.map((number) => `2026-05-${number}T09:00:00Z`);
const piece: fc.Arbitrary<Piece> = fc.record({
  mark: fc.constantFrom('none', 'none', 'none', 'em', 'strong', 'code', 'link', 'note'),
  text: word,
});
const paragraph = fc
  .tuple(word, fc.array(piece, { maxLength: 7 }))
  .map(([first, rest]): Paragraph => [{ mark: 'none', text: first }, ...rest]);
const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 1, maxLength: 3 });
const ROLES = ['Background', 'Capital', 'Comparison', 'Essence', 'Tide table'];

export const story: fc.Arbitrary<Story> = fc.record({
  fields: fc.record({
    headline: words,
    lang: fc.constantFrom('en', 'en-GB'),
    dek: words,
    byline: words,
    dateline: words,
    date,
    updated: date,
    section: words,
    insight_by: fc.constantFrom('human', 'ai', 'mixed'),
  }),
  topics: some(word),
  sources: some(fc.record({ name: words, url: word.map((one) => `https://${encodeURI(one)}.example/`), date })),
  image: fc.record({ url: word.map((one) => `${encodeURI(one)}.jpg`), alt: words, credit: words, caption: words }),
  corrections: some(fc.record({ date, text: words })),
  body: some(paragraph),
  insight: some(fc.record({ part: fc.constantFrom(...ROLES), prose: paragraph })),
  laws: some(paragraph),
  other: fc.record({ heading: words.map((text) => `What ${text}`), prose: paragraph }),
});

type Change = (story: Story, to: string, at: number) => Story;

const replaced = <T>(list: readonly T[], at: number, change: (item: T) => T): readonly T[] =>
  list.map((item, index) => (index === at % list.length ? change(item) : item));
const field =
  (name: string): Change =>
  (one, to) => ({ ...one, fields: { ...one.fields, [name]: `${one.fields[name]} ${to}` } });
const choice =
  (name: string, values: readonly string[]): Change =>
  (one, _, at) => ({ ...one, fields: { ...one.fields, [name]: values[at % values.length] ?? '' } });
const inParagraph = (prose: Paragraph, to: string, at: number): Paragraph =>
  replaced(prose, at, ({ mark, text }) => ({ mark, text: `${text} ${to}`.replace(/^(.*) \1$/, '$1s') }));
const DATES = ['2026-05-09T09:00:00Z', '2026-05-29T10:30:00+02:00'];

/** Every way in which the words that readers read can change. */
export const CHANGES: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(['headline', 'dek', 'byline', 'dateline', 'section'].map((name) => [name, field(name)])),
  lang: choice('lang', ['zh', 'fr']),
  date: choice('date', DATES),
  updated: choice('updated', DATES),
  insight_by: (one) => ({
    ...one,
    fields: { ...one.fields, insight_by: one.fields.insight_by === 'ai' ? 'human' : 'ai' },
  }),
  'no dek': (one) => ({
    ...one,
    fields: Object.fromEntries(Object.entries(one.fields).filter(([name]) => name !== 'dek')),
  }),
  topics: (one, to) => ({ ...one, topics: [...one.topics, `${to} two`] }),
  'name of a source': (one, to, at) => ({
    ...one,
    sources: replaced(one.sources, at, (source) => ({ ...source, name: `${source.name} ${to}` })),
  }),
  'URL of a source': (one, _, at) => ({
    ...one,
    sources: replaced(one.sources, at, (source) => ({ ...source, url: 'https://other.example/' })),
  }),
  'date of a source': (one, _, at) => ({
    ...one,
    sources: replaced(one.sources, at, ({ name, url }) => ({ name, ...(url === undefined ? {} : { url }) })),
  }),
  ...Object.fromEntries(
    (['url', 'alt', 'credit', 'caption'] as const).map((name): [string, Change] => [
      `${name} of the image`,
      (one, to) => ({ ...one, image: { ...one.image, [name]: `${encodeURI(to)}-${one.image[name]}` } }),
    ]),
  ),
  'text of a correction': (one, to, at) => ({
    ...one,
    corrections: replaced(one.corrections, at, ({ date, text }) => ({ date, text: `${text} ${to}` })),
  }),
  'date of a correction': (one, _, at) => ({
    ...one,
    corrections: replaced(one.corrections, at, ({ text }) => ({ text, date: DATES[0] ?? '' })),
  }),
  'one more correction': (one, to) => ({
    ...one,
    corrections: [...one.corrections, { date: DATES[1] ?? '', text: to }],
  }),
  body: (one, to, at) => ({ ...one, body: replaced(one.body, at, (prose) => inParagraph(prose, to, at)) }),
  emphasis: (one, to, at) => ({
    ...one,
    body: replaced(one.body, at, (prose) => [...prose, { mark: 'strong', text: to }]),
  }),
  'one more paragraph': (one, to) => ({ ...one, body: [...one.body, [{ mark: 'none', text: to }]] }),
  'a divided paragraph': (one, to, at) => ({
    ...one,
    body: one.body.flatMap((prose, index) =>
      index === at % one.body.length ? [prose, [{ mark: 'none' as const, text: to }]] : [prose],
    ),
  }),
  insight: (one, to, at) => ({
    ...one,
    insight: replaced(one.insight, at, ({ part, prose }) => ({ part, prose: inParagraph(prose, to, at) })),
  }),
  law: (one, to, at) => ({ ...one, laws: replaced(one.laws, at, (prose) => inParagraph(prose, to, at)) }),
  'one law less': (one, to) => ({
    ...one,
    laws: one.laws.length > 1 ? one.laws.slice(1) : [...one.laws, [{ mark: 'none', text: to }]],
  }),
  'heading of a section': (one, to) => ({ ...one, other: { ...one.other, heading: `${one.other.heading} ${to}` } }),
  'text of a section': (one, to, at) => ({
    ...one,
    other: { ...one.other, prose: inParagraph(one.other.prose, to, at) },
  }),
};
