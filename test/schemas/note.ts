import { INSIGHT_AUTHORS, STATUSES } from '../../src/model/article.ts';
import { type KeyType, keyEntries } from '../../src/model/keys.ts';
import { INSTANT } from '../../src/read/dates.ts';
import { HASH, IMAGE_URL } from '../../src/read/records.ts';
import { LANGUAGE, SLUG, URI, WEB_URL } from '../../src/read/values.ts';
import { type JsonSchema, patternOf } from './shape.ts';

/** YAML reads `2026` as a number; the program takes it as it is written. */
const text = { type: ['string', 'number', 'boolean'] };
const matching = (pattern: RegExp): JsonSchema => ({ ...text, pattern: patternOf(pattern) });
const record = (properties: JsonSchema, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const oneOrMore = (one: JsonSchema): JsonSchema => ({ anyOf: [one, { type: 'array', items: one }] });
const day = matching(INSTANT);

/** The values of each type, as `src/read/values.ts` and `records.ts` take them. */
const VALUES: Readonly<Record<KeyType, JsonSchema>> = {
  text,
  slug: matching(SLUG),
  uri: matching(URI),
  url: matching(WEB_URL),
  language: matching(LANGUAGE),
  names: oneOrMore(text),
  instant: day,
  embargo: { ...text, pattern: patternOf(/T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/) },
  source: oneOrMore({
    anyOf: [text, record({ name: text, url: matching(WEB_URL), date: day }, [])],
  }),
  image: record({ url: matching(IMAGE_URL), alt: text, credit: text, caption: text }, ['url']),
  status: { type: 'string', enum: STATUSES },
  approval: record(
    {
      by: text,
      at: { ...text, pattern: patternOf(/T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/) },
      hash: matching(HASH),
    },
    ['by', 'at', 'hash'],
  ),
  corrections: { type: 'array', items: record({ date: day, text }, ['text']) },
  'insight-author': { type: 'string', enum: INSIGHT_AUTHORS },
};

const prose = (description: string): JsonSchema => ({
  description,
  anyOf: [text, { type: 'array', items: text }],
});

/** The front matter of a note, or a note that is YAML or JSON as a whole. A key that nobody knows is kept: so it may stand here. */
export function noteSchema(): JsonSchema {
  const properties = keyEntries().flatMap(([key, { type, aliases, about }]) => [
    [key, { description: about, ...VALUES[type] }],
    ...aliases.map((alias) => [alias, { description: `Another name of ${key}. ${about}`, ...VALUES[type] }]),
  ]);
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(properties),
      body: prose('The body, where the whole note is YAML or JSON: Markdown, or a list of paragraphs.'),
      insight: prose('The insight, where the whole note is YAML or JSON: Markdown, or a list of paragraphs.'),
      laws: prose('The laws, where the whole note is YAML or JSON: Markdown, or a list.'),
    },
  };
}
