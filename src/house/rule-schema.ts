import { RULE_KINDS, SCOPES } from '../model/house.ts';
import { choice, filled, flag, list, record, table, text, word } from './kinds.ts';
import type { Schema } from './validate.ts';

const common = {
  id: word(
    'a name in small letters and hyphens, such as no-hype',
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'Its name, in small letters and hyphens.',
  ),
  kind: choice(RULE_KINDS, 'What it does.'),
  message: text('What a writer is told, in one sentence without a full stop. %s stands for what was found.'),
  advice: text('What to do about it, in one sentence with its full stop. %s stands for what was found.'),
  because: text('Why, as the end of a sentence.'),
  severity: choice(['error', 'warning', 'information'], 'How bad it is. Default: warning.'),
  scope: list(choice(SCOPES), 'Where it looks: text is all that is printed.'),
  exceptions: list(filled(text()), 'Words in which it is right all the same.'),
  quoted: flag("Whether somebody's words in double quotation marks are looked at as well. Default: false."),
};

const ignore_case = flag('Whether capitals and small letters are the same. Default: for words without capitals.');
const sought = {
  words: filled(list(filled(text()), 'Words, found whole.')),
  pattern: text('A regular expression in RE2 syntax.'),
  ignore_case,
};

/** The keys of a rule, by its kind. */
export const RULE_SCHEMA: Schema = {
  kind: 'variant',
  on: 'kind',
  about: "A rule of the house's own.",
  of: {
    existence: {
      ...record({ ...common, ...sought }, 'Something that should not be there.', ['id', 'kind']),
      either: ['words', 'pattern'],
    },
    substitution: record(
      {
        ...common,
        swap: filled(table(filled(text()), 'What the house does not write, and what it writes instead.')),
        ignore_case,
        safe: flag('Whether check --fix may replace it without anybody looking. Default: false.'),
      },
      'One thing for another.',
      ['id', 'kind', 'swap'],
    ),
    occurrence: {
      ...record(
        { ...common, ...sought, max: { kind: 'number', about: 'At most so many in one paragraph.' } },
        'Something that may stand only so often in a paragraph.',
        ['id', 'kind', 'max'],
      ),
      either: ['words', 'pattern'],
    },
    capitalization: record(
      { ...common, match: choice(['title', 'sentence', 'lower', 'upper'], 'How it is capitalized.') },
      'How headings, or other paragraphs, are capitalized. Default of scope: heading.',
      ['id', 'kind', 'match'],
    ),
  },
};
