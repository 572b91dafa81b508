import { RULE_SCHEMA } from './rule-schema.ts';
import { choice, filled, list, record, type Schema, set, table, text, word } from './schema-types.ts';

const webUrl = word('a URL that starts with https://', /^https?:\/\/\S+$/i);
function sectionName(about: string): Schema {
  const aliases = list(text(), 'Other headings that mean the same.');
  return record({ heading: text('The heading that format writes.'), aliases }, about);
}

function count(about: string): Schema {
  const number: Schema = { kind: 'number' };
  return record({ min: { ...number, about: 'The minimum.' }, max: { ...number, about: 'The maximum.' } }, about);
}

/** Printed inside one line, so that a house cannot break out of the line. */
const label = (about: string) => word('a text on one line', /^[^\p{Cc}\u2028\u2029]*$/u, about);

const labels = record(
  {
    source: label('Printed before the source.'),
    insight: label('Printed above the insight.'),
    laws: label('Printed above the laws.'),
    correction: label('Printed before each correction.'),
    image: label('Printed before the alt text of an image, in plain text.'),
    credit: label('Printed before the credit of an image.'),
    updated: label('Printed before the date of the last update, in HTML.'),
    by: label('Printed before the authors, including the space.'),
    and: label('Between the last two authors, including the spaces.'),
    draft: label('Printed on the HTML page of a draft.'),
    withdrawn: label('Printed before the headline in the follow-up of a withdrawn story.'),
    code: label('The name of a code block for screen readers.'),
    table: label('The name of a table for screen readers.'),
    footnotes: label('Printed above the footnotes.'),
    back: label('The name of the link from a footnote back to the text, for screen readers.'),
    struck: label('Before words that are struck out, in plain text.'),
    colon: label('Between a label and the text after it, including the space.'),
    semicolon: label('Between sources, including the space.'),
    comma: label('Between names, including the space.'),
    open: label('Before a URL or a date, including the space.'),
    close: label('After a URL or a date.'),
    insight_by: record(
      { human: label('Written by a person.'), ai: label('Written by AI.'), mixed: label('Written by both.') },
      'The sentence that discloses who wrote the insight.',
    ),
    alerts: record(
      {
        note: label('The label of `> [!NOTE]`.'),
        tip: label('The label of `> [!TIP]`.'),
        important: label('The label of `> [!IMPORTANT]`.'),
        warning: label('The label of `> [!WARNING]`.'),
        caution: label('The label of `> [!CAUTION]`.'),
      },
      'Printed above alerts.',
    ),
  },
  'The words and punctuation that the house prints around the text of the note.',
);

const dates = record(
  {
    date: label('A date: {year}, {month} and {day} are replaced.'),
    time: label('A date with a time: {date}, {hour}, {minute} and {zone} are replaced.'),
    months: list(label('A month.'), 'What {month} prints: twelve names, from January.'),
  },
  'How dates are printed.',
);

const counts = record(
  {
    headline: count('Characters in the headline.'),
    body: count('Paragraphs in the body.'),
    insight: count('Parts in the insight.'),
    laws: count('Number of laws.'),
    paragraph: count('Words in a body paragraph; characters in Chinese.'),
    law: count('Words in a law; characters in Chinese.'),
  },
  'How long each part should be. check warns outside min and max.',
);

const typography = record(
  {
    quotes: choice(['straight', 'curly', 'keep'], 'Quotation marks and apostrophes.'),
    dashes: choice(['em', 'spaced-en', 'keep'], 'How two hyphens, or a hyphen between spaces, are printed.'),
    ellipsis: choice(['character', 'dots', 'keep'], 'How three full stops are printed.'),
    dots: choice(['middle', 'keep'], 'How the dot between the words of a label or the parts of a name is printed.'),
    spaces: choice(['single', 'keep'], 'How several spaces in a row are printed.'),
    han: choice(['full-width', 'keep'], 'Punctuation and spacing of Chinese text.'),
  },
  'Typography of the post. keep prints what the writer wrote.',
);

const usage = record(
  {
    headline_case: choice(['title', 'keep'], 'Capitalization of headlines.'),
    headline_quotes: choice(['single', 'double', 'keep'], 'Quotation marks in headlines.'),
    percent: choice(['sign', 'word', 'keep'], '60% or 60 percent.'),
    serial_comma: choice(['always', 'never', 'keep'], 'The comma before the last item of a list: a, b, and c.'),
    quoted_period: choice(
      ['outside', 'inside', 'keep'],
      'Position of the full stop when a sentence ends with a term in single quotation marks. After a quotation in double marks it is always inside.',
    ),
    small_numbers: choice(['words', 'keep'], 'How one to nine are written.'),
    thousands: choice(['comma', 'keep'], '5,000 or 5000.'),
    money: choice(['sign', 'keep'], 'Amounts of money: $5 million, and not $5,000,000 or 5 million dollars.'),
    collective_nouns: choice(['singular', 'keep'], 'The verb after a noun for a group: the team is, or the team are.'),
    english: choice(['american', 'british', 'keep'], 'color or colour. The region in lang, as in en-GB, comes first.'),
  },
  'Choices on which stylebooks differ. keep leaves the choice to the writer.',
);

const because = text('The reason, added to the message after a colon.');
const words = record(
  {
    prefer: list(
      record(
        {
          use: filled(text('The word that the house uses.')),
          not: list(text(), 'The words that it replaces.'),
          because,
        },
        'A preferred word.',
        ['use', 'not'],
      ),
      'Preferred words, and the words that they replace.',
    ),
    avoid: list(
      record({ words: list(text(), 'Words to avoid.'), because }, 'Words to avoid.', ['words']),
      'Words to avoid, with a reason.',
    ),
    known: list(text(), 'Correct words that the dictionary lacks.'),
    brands: list(text(), 'Names of brands as the companies write them, such as GitHub.'),
    acronyms: list(text(), 'Acronyms that every reader knows, such as FBI.'),
    placeholders: list(text(), 'Placeholders for missing text, such as TK.'),
    claims: list(text(), 'Unattributed claims, such as: experts say.'),
    crimes: list(text(), 'Nouns for a person who committed a crime, such as: murderer.'),
    accusations: list(text(), 'Verbs that state a crime, such as: embezzled.'),
    unnamed_sources: list(text(), 'Sources without a name, such as: people familiar with the matter.'),
    relative_times: list(text(), 'Times that need a date, such as: this week.'),
    small: list(text(), 'Words that title case keeps in lower case, except at the start and the end.'),
    contrasts: list(text(), 'Contrasts that a law contains, where … matches any text: from … to.'),
    speech: list(text(), 'Verbs that introduce a quotation.'),
  },
  'Word lists for check. They match whole words. A word without capitals matches any case.',
);

const section = record(
  {
    id: text('Its name in order, in required, in JSON, and as a key of a YAML or JSON note.'),
    heading: text('Its heading in a note.'),
    label: text('The heading in the post. Default: the heading in the note.'),
    aliases: list(text(), 'Other headings that mean the same.'),
  },
  'A section that the house adds.',
  ['id', 'heading'],
);

const part = record(
  {
    id: text('Its name in JSON.'),
    names: list(text(), 'The headings that mark it in a note.'),
    openers: list(text(), 'The phrases that it may start with.'),
  },
  'The role of one paragraph of the insight.',
  ['id', 'names'],
);

/** The keys of a `house.yaml`. */
export const HOUSE_SCHEMA: Schema = record(
  {
    extends: word(
      'the name of a house, or a folder',
      undefined,
      'The house to start from: a name or a folder. Default: abab.',
    ),
    lang: word(
      'a language tag, such as en or zh-Hant',
      /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i,
      'The language of notes that do not set lang (BCP 47).',
    ),
    translations: table(word('the name of a house'), 'The house that prints each other language.'),
    publisher: record(
      {
        name: text('The name of the publisher.'),
        url: { ...webUrl, about: 'The URL of its website.' },
        logo: { ...webUrl, about: 'The URL of its logo.' },
      },
      'The publisher.',
    ),
    labels,
    dates,
    card: record(
      { fonts: list(text('A TTF, OTF or WOFF file. A relative path starts at the folder of this file.'), 'Fonts.') },
      'The share card.',
    ),
    headings: record(
      {
        insight: sectionName('Headings of the insight.'),
        laws: sectionName('Headings of the laws.'),
        notes: sectionName('Headings of the section that is never printed.'),
      },
      'The headings that mark the sections of a note.',
    ),
    sections: list(section, 'Sections that the house adds.'),
    insight: list(part, 'The roles of the paragraphs of the insight, in order.'),
    order: filled(set(text(), 'The parts of the post, from the top. Parts that it does not list are not printed.')),
    required: set(text(), 'The parts that a note must have.'),
    slug: choice(
      ['keep', 'latin'],
      'The file names of copydesk new: latin writes Chinese and other scripts in Latin letters.',
    ),
    counts,
    typography,
    usage,
    words,
    rules: list(RULE_SCHEMA, 'Rules that the house adds to check.'),
    severities: table(choice(['error', 'warning', 'information', 'off']), 'The severity of each rule, by rule name.'),
  },
  'How the house prints a story, and what check looks for.',
);
