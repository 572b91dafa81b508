import { ALERTS } from '../../src/model/alerts.ts';
import { type Article, type Block, INSIGHT_AUTHORS, type Inline, STATUSES } from '../../src/model/article.ts';
import { type KeyType, keyEntries } from '../../src/model/keys.ts';
import { SLUG } from '../../src/read/values.ts';
import type { JsonSchema } from './shape.ts';

/** An object with exactly these properties. A name that ends in `?` is optional. */
function record(properties: Readonly<Record<string, JsonSchema>>, description?: string): JsonSchema {
  const entries = Object.entries(properties);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

const string: JsonSchema = { type: 'string' };
const date: JsonSchema = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}(T.*)?$` };
const prose = ref('prose');
const inlines = listOf(ref('inline'));

/** The values of the front matter as the JSON has them, by the type of the key. */
const VALUES: Readonly<Record<KeyType, JsonSchema>> = {
  text: string,
  slug: { type: 'string', pattern: SLUG.source },
  uri: string,
  url: string,
  language: string,
  names: listOf(string),
  instant: date,
  embargo: date,
  source: listOf(ref('attribution')),
  image: record({ url: string, 'alt?': string, 'credit?': string, 'caption?': string }),
  status: { enum: STATUSES },
  approval: record({ by: string, at: date, hash: string }),
  corrections: listOf(record({ 'date?': date, text: string })),
  'insight-author': { enum: INSIGHT_AUTHORS },
};

/** The parts of the article that the front matter does not give. A missing part is a type error. */
const PARTS: Readonly<Record<'body' | 'insight' | 'laws' | 'sections' | 'footnotes', JsonSchema>> = {
  body: prose,
  insight: {
    ...listOf(
      record({
        'part?': {
          type: 'string',
          description:
            "The house's id of the part (background, capital, comparison, essence), or the text of its heading.",
        },
        prose,
      }),
    ),
    description: 'One entry for each part of the insight.',
  },
  laws: { ...listOf(prose), description: 'One entry for each law.' },
  sections: {
    ...listOf(
      record({
        'id?': { type: 'string', description: "The house's id of the section, if the house defines it." },
        heading: string,
        prose,
      }),
    ),
    description: 'Sections other than body, insight and laws.',
  },
  footnotes: {
    ...listOf(record({ label: { type: 'string', description: 'Its name in the text.' }, prose })),
    description: 'In the order of the first references.',
  },
};

const type = (name: string): JsonSchema => ({ const: name });

/** One schema for each block. A block without one is a type error. */
const BLOCKS: Readonly<Record<Block['type'], JsonSchema>> = {
  paragraph: record({ type: type('paragraph'), tokens: inlines }),
  heading: record({ type: type('heading'), depth: { type: 'integer', minimum: 1, maximum: 6 }, tokens: inlines }),
  list: record({
    type: type('list'),
    ordered: { type: 'boolean' },
    'start?': { type: 'integer', minimum: 0, description: 'The first number of an ordered list.' },
    loose: { type: 'boolean', description: 'Whether the items are paragraphs.' },
    items: listOf(
      record({ 'checked?': { type: 'boolean', description: 'Present in an item of a task list.' }, tokens: prose }),
    ),
  }),
  blockquote: record({
    type: type('blockquote'),
    'alert?': { enum: ALERTS, description: 'Present in an alert, such as `> [!NOTE]`.' },
    tokens: prose,
  }),
  code: record({
    type: type('code'),
    'lang?': { type: 'string', description: 'The language.' },
    text: { type: 'string', description: 'The code without a final line end.' },
  }),
  table: record({
    type: type('table'),
    align: listOf({ enum: ['left', 'right', 'center', null] }),
    header: listOf(ref('cell')),
    rows: listOf(listOf(ref('cell'))),
  }),
  hr: record({ type: type('hr') }),
};

const nested = (name: string): JsonSchema => record({ type: type(name), tokens: inlines });

/** One schema for each inline. An inline without one is a type error. */
const INLINES: Readonly<Record<Inline['type'], JsonSchema>> = {
  text: record({
    type: type('text'),
    text: { type: 'string', description: 'Decoded text without entities, escapes and line breaks.' },
  }),
  em: nested('em'),
  strong: nested('strong'),
  del: nested('del'),
  sub: nested('sub'),
  sup: nested('sup'),
  codespan: record({ type: type('codespan'), text: string }),
  br: record({ type: type('br') }, 'A hard line break.'),
  link: record({
    type: type('link'),
    href: { type: 'string', description: 'The URL as written. A program that follows it must check it.' },
    'title?': string,
    tokens: inlines,
  }),
  image: record({
    type: type('image'),
    href: string,
    'title?': { type: 'string', description: 'The caption or credit.' },
    text: { type: 'string', description: 'The alt text.' },
  }),
  footnote: record({ type: type('footnote'), label: string }, 'Refers to the footnote with the same label.'),
};

/** What `copydesk render --to json` prints. */
export function articleSchema(): JsonSchema {
  const required: readonly (keyof Article)[] = ['headline', 'source', 'lang', 'body', 'insight', 'laws', 'sections'];
  const fields = keyEntries()
    .filter(([, { isPrinted }]) => isPrinted !== false)
    .map(([key, { type, about }]) => [key, { ...VALUES[type], description: about }]);
  return {
    description: 'A story as meant, without a trace of how the note spells it. An absent field is omitted.',
    type: 'object',
    properties: { ...Object.fromEntries(fields), ...PARTS },
    required,
    additionalProperties: false,
    $defs: {
      attribution: record({
        name: string,
        'url?': string,
        'date?': date,
        'tokens?': {
          ...inlines,
          description: 'The source with its inline markup, if `name` and `url` cannot express it.',
        },
      }),
      prose: { ...listOf(ref('block')), description: 'Blocks in reading order.' },
      block: { oneOf: Object.values(BLOCKS) },
      cell: record({ tokens: inlines }),
      inline: { oneOf: Object.values(INLINES) },
    },
  };
}
