import { choice, filled, list, record, set, table, text, word } from './kinds.ts';
import { RULE_SCHEMA } from './rule-schema.ts';
import type { Schema } from './validate.ts';

const address = word('a web address, with https://', /^https?:\/\/\S+$/i);
function sectionName(about: string): Schema {
  const aliases = list(text(), 'Other headings that are understood.');
  return record({ heading: text('The heading that format writes.'), aliases }, about);
}

function count(about: string): Schema {
  const number: Schema = { kind: 'number' };
  return record(
    { min: { ...number, about: 'At least so many.' }, max: { ...number, about: 'At most so many.' } },
    about,
  );
}

const labels = record(
  {
    source: text('Before the source.'),
    insight: text('Above the insight.'),
    laws: text('Above the laws.'),
    correction: text('Before each correction.'),
    image: text('Before what an image shows, in text.'),
    credit: text('Before whoever made the image.'),
    updated: text('Before the day of the last change, in HTML.'),
    colon: text('Between a label and what follows, with its space.'),
    semicolon: text('Between sources, with its space.'),
    comma: text('Between names, with its space.'),
    open: text('Before an address or a date, with its space.'),
    close: text('After an address or a date.'),
    insight_by: record(
      { human: text('By a person.'), ai: text('By AI.'), mixed: text('By both.') },
      'Who wrote the insight: a sentence each.',
    ),
  },
  'The words and marks that are printed around what the writer wrote.',
);

const counts = record(
  {
    headline: count('Characters of the headline.'),
    body: count('Paragraphs of the body.'),
    insight: count('Parts of the insight.'),
    laws: count('Laws.'),
    paragraph: count('Words of a paragraph of the body; characters in Chinese.'),
    law: count('Words of a law; characters in Chinese.'),
  },
  'How much of each part check wants, from min to max.',
);

const typography = record(
  {
    quotes: choice(['straight', 'curly', 'keep'], 'Quotation marks and apostrophes.'),
    dashes: choice(['em', 'spaced-en', 'keep'], 'What two hyphens, or a spaced one, become.'),
    ellipsis: choice(['character', 'dots', 'keep'], 'Three full stops, or one character.'),
    dots: choice(['middle', 'keep'], 'The dot between the words of a label or the parts of a name.'),
    spaces: choice(['single', 'keep'], 'Whether a run of spaces becomes one.'),
    han: choice(['full-width', 'keep'], 'Punctuation and spaces of Chinese text.'),
  },
  'What is done to characters when a post is printed; keep leaves them as written.',
);

const usage = record(
  {
    headline_case: choice(['title', 'keep'], 'The capitals of a headline.'),
    headline_quotes: choice(['single', 'double', 'keep'], 'The quotation marks of a headline.'),
    percent: choice(['sign', 'word', 'keep'], '60%, or 60 percent.'),
    serial_comma: choice(['always', 'never', 'keep'], 'The comma before the last of several: a, b, and c.'),
    quoted_period: choice(
      ['outside', 'inside', 'keep'],
      'Where a sentence that ends with a term in single quotation marks has its full stop; in double ones, what somebody said has it inside.',
    ),
    small_numbers: choice(['words', 'keep'], 'Whether one to nine are written in words.'),
  },
  'What the house has decided where editors differ; keep leaves it to the writer.',
);

const because = text('Why, as the end of a sentence.');
const words = record(
  {
    prefer: list(
      record(
        { use: filled(text('What the house writes.')), not: list(text(), 'What it does not write.'), because },
        'A word that the house prefers.',
        ['use', 'not'],
      ),
      'Words, and what the house writes instead.',
    ),
    avoid: list(
      record({ words: list(text(), 'What the house does not write.'), because }, 'Words that the house does without.', [
        'words',
      ]),
      'Words that the house does without.',
    ),
    placeholders: list(text(), 'What stands for something that is still to come.'),
    claims: list(text(), 'Claims that name nobody.'),
    relative_times: list(text(), 'Times that mean nothing without a date.'),
    small: list(text(), 'Words that title case leaves in lower case, but for the first and the last.'),
    contrasts: list(text(), 'What a law turns on, with … standing for anything: from … to.'),
    speech: list(text(), 'Verbs by which somebody is quoted.'),
  },
  'Word lists for check. Words are found whole; without regard to case, unless they have capitals here.',
);

const section = record(
  {
    id: text('Its name in order and required, in JSON, and as a key of a YAML or JSON note.'),
    heading: text('The heading in a note.'),
    label: text('What is printed above it. Default: the heading.'),
    aliases: list(text(), 'Other headings that are understood.'),
  },
  "A section of the house's own.",
  ['id', 'heading'],
);

const part = record(
  {
    id: text('Its name in JSON.'),
    names: list(text(), 'The headings that name it.'),
    openers: list(text(), 'The words of which it begins with one.'),
  },
  'A part that a paragraph of the insight plays.',
  ['id', 'names'],
);

/** Everything that a `house.yaml` may say. */
export const HOUSE_SCHEMA: Schema = record(
  {
    extends: word(
      'the name of a house, or a folder',
      undefined,
      'The house to start from: a name, or a folder. Default: abab.',
    ),
    lang: word(
      'a language tag, such as en or zh-Hant',
      /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i,
      'The language of a post whose note does not say (BCP 47).',
    ),
    translations: table(word('the name of a house'), 'The house that prints a language, by the language.'),
    publisher: record(
      {
        name: text('The name.'),
        url: { ...address, about: 'The address of its site.' },
        logo: { ...address, about: 'The address of its logo.' },
      },
      'Who publishes.',
    ),
    labels,
    headings: record(
      {
        insight: sectionName('The insight.'),
        laws: sectionName('The laws.'),
        notes: sectionName('What is for the writer alone.'),
      },
      "The headings by which a note's sections are known.",
    ),
    sections: list(section, "Sections of the house's own."),
    insight: list(part, 'The parts that the paragraphs of the insight play, in order.'),
    order: filled(set(text(), 'What is printed, from the top. What is not named is not printed.')),
    required: set(text(), 'What a note must have.'),
    counts,
    typography,
    usage,
    words,
    rules: list(RULE_SCHEMA, "Rules of the house's own, for check."),
    severities: table(
      choice(['error', 'warning', 'information', 'off']),
      'How bad the findings of a rule are here, by its name.',
    ),
  },
  'How a story is printed, and how check reads it.',
);
