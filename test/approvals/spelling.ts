import fc from 'fast-check';
import type { Approval } from '../../src/model/article.ts';
import type { Piece, Story } from './story.ts';

/** How a note spells a story. None of this changes the story. */
export interface Spelling {
  readonly syntax: 'markdown' | 'yaml' | 'json';
  readonly names: 'keys' | 'aliases';
  readonly isReversed: boolean;
  readonly quotes: 'double' | 'single';
  readonly headlineInText: boolean;
  readonly mark: '*' | '_';
  readonly bullet: '-' | '*' | '+';
  readonly join: ' ' | '\n';
  readonly hasReferences: boolean;
  readonly hasEntities: boolean;
  readonly isMixed: boolean;
  readonly hasNotes: boolean;
  readonly labels: readonly [string, string];
  readonly eol: '\n' | '\r\n';
  readonly bom: boolean;
  /** Keys that readers do not read. */
  readonly slug: string;
  readonly status: string;
}

export const spelling: fc.Arbitrary<Spelling> = fc.record({
  syntax: fc.constantFrom('markdown', 'markdown', 'markdown', 'yaml', 'json'),
  names: fc.constantFrom('keys', 'aliases'),
  isReversed: fc.boolean(),
  quotes: fc.constantFrom('double', 'single'),
  headlineInText: fc.boolean(),
  mark: fc.constantFrom('*', '_'),
  bullet: fc.constantFrom('-', '*', '+'),
  join: fc.constantFrom(' ', '\n'),
  hasReferences: fc.boolean(),
  hasEntities: fc.boolean(),
  isMixed: fc.boolean(),
  hasNotes: fc.boolean(),
  labels: fc.constantFrom(['Insight', 'Laws'], ['Analysis', 'Cognitive Laws'], ['洞察', '认知定律']),
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  slug: fc.constantFrom('one', 'two'),
  status: fc.constantFrom('draft', 'ready', 'published'),
});

/** The name of a file with the ending of the syntax. */
export function pathOf({ syntax }: Spelling): string {
  return { markdown: 'a.md', yaml: 'a.yaml', json: 'a.json' }[syntax];
}

const ALIASES: Readonly<Record<string, string>> = {
  headline: 'title',
  source: '来源',
  dek: 'subhead',
  byline: 'author',
  date: '日期',
  section: 'kicker',
  topics: 'tags',
};

/** Lines of Chinese join without a space. */
const HAN = /\p{Script=Han}/u;

/** The text of a note. */
export function spell(story: Story, how: Spelling, approved?: Approval): string {
  const definitions: string[] = [];
  const footnotes: string[] = [];
  const isMarkdown = how.syntax === 'markdown';
  const prose = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => inline(piece, isMarkdown ? how : { ...how, hasReferences: false }, definitions, footnotes))
      .reduce((before, next) => before + (HAN.test(before + next) ? ' ' : how.join) + next);
  const parts = {
    body: story.body.map(prose),
    insight: story.insight.map(({ part, prose: text }) => `### ${part}\n\n${prose(text)}`),
    laws: story.laws.map(prose),
    other: prose(story.other.prose),
  };
  const { headline = '', ...fields } = story.fields;
  const inText = isMarkdown && how.headlineInText;
  const values: Record<string, unknown> = {
    ...(inText ? {} : { headline }),
    ...fields,
    source: story.sources,
    topics: story.topics,
    image: story.image,
    corrections: story.corrections,
    slug: how.slug,
    status: how.status,
    ...(approved ? { approved } : {}),
  };
  if (!isMarkdown) {
    const all = {
      ...values,
      body: [...parts.body, `## ${story.other.heading}`, parts.other, ...definitions, ...footnotes],
    };
    return ended(dataOf({ ...all, insight: parts.insight.join('\n\n'), laws: parts.laws }, how), how);
  }
  const [insight, laws] = how.labels;
  const blocks = [
    `---\n${dataOf(values, how)}---`,
    ...(inText ? [`# ${how.hasEntities ? headline.replaceAll('&', '&amp;') : headline}`] : []),
    ...parts.body,
    `## ${story.other.heading}\n\n${parts.other}`,
    `## ${insight}\n\n${parts.insight.join('\n\n')}`,
    `## ${laws}\n\n${parts.laws.map((law) => `${how.bullet} ${law.replaceAll('\n', '\n  ')}`).join('\n')}`,
    ...(how.hasNotes ? ['## Scratch\n\nAsk again.', '<!-- Ask again. -->'] : []),
    ...definitions,
    ...footnotes,
  ];
  return ended(`${blocks.join('\n\n')}\n`, how);
}

function inline(
  { mark, text: written }: Piece,
  { mark: star, hasReferences, hasEntities, slug }: Spelling,
  definitions: string[],
  footnotes: string[],
): string {
  const text = hasEntities ? written.replaceAll('&', '&amp;') : written;
  switch (mark) {
    case 'none':
      return text;
    case 'em':
      return star + text + star;
    case 'strong':
      return star + star + text + star + star;
    case 'code':
      return `\`${written}\``;
    case 'link': {
      if (!hasReferences) return `[${text}](https://a.example/x)`;
      definitions.push(`[${slug}-${definitions.length}]: https://a.example/x`);
      return `[${text}][${slug}-${definitions.length - 1}]`;
    }
    case 'note': {
      footnotes.push(`[^${slug}-${footnotes.length}]: ${text}`);
      return `${text}[^${slug}-${footnotes.length - 1}]`;
    }
  }
}

/** The keys of a note as YAML or JSON. JSON is YAML, so lists and records are written as JSON in both. */
function dataOf(values: Readonly<Record<string, unknown>>, { syntax, names, isReversed, quotes }: Spelling): string {
  const nameOf = (key: string) => (names === 'aliases' ? (ALIASES[key] ?? key) : key);
  const found = Object.entries(values).map(([key, value]): [string, unknown] => [nameOf(key), value]);
  const entries = isReversed ? found.reverse() : found;
  if (syntax === 'json') return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  const lines = entries.map(([name, value]) => {
    const isSingle = quotes === 'single' && typeof value === 'string' && !value.includes('\n');
    const text = isSingle ? `'${value}'` : JSON.stringify(value);
    return `${name}: ${text}\n`;
  });
  return lines.join('');
}

function ended(text: string, { eol, bom, isMixed, syntax }: Spelling): string {
  let line = 0;
  const lines = text.replace(/\n/g, () => (isMixed && line++ % 2 === 0 ? '\n' : eol));
  return (bom && syntax === 'markdown' ? '\ufeff' : '') + lines;
}
