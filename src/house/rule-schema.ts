import { RULE_KINDS, SCOPES } from '../model/house.ts';
import { choice, filled, flag, list, record, type Schema, table, text, word } from './schema-types.ts';

const common = {
  id: word(
    'a name in lower-case letters and hyphens, such as no-hype',
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'The name of the rule, in lower-case letters and hyphens.',
  ),
  kind: choice(RULE_KINDS, 'The kind of rule.'),
  message: text('The message, one sentence without a full stop. %s is replaced by the text found.'),
  advice: text('The help line, one sentence with a full stop. %s is replaced by the text found.'),
  because: text('The reason, added to the message after a colon.'),
  severity: choice(['error', 'warning', 'information'], 'The severity of its findings. Default: warning.'),
  scope: list(choice(SCOPES), 'The parts of the note that it checks. text is everything that is printed.'),
  exceptions: list(filled(text()), 'Phrases in which it reports nothing.'),
  quoted: flag('Whether it also checks quotations in double quotation marks. Default: false.'),
};

const ignore_case = flag('Whether it ignores case. Default: only for words without capitals.');
const sought = {
  words: filled(list(filled(text()), 'Words to find. They match whole words only.')),
  pattern: text('A regular expression in RE2 syntax.'),
  ignore_case,
};

/** The keys of each kind of rule. */
export const RULE_SCHEMA: Schema = {
  kind: 'variant',
  on: 'kind',
  about: 'A rule that the house adds.',
  of: {
    existence: {
      ...record({ ...common, ...sought }, 'Reports text that should not be there.', ['id', 'kind']),
      either: ['words', 'pattern'],
    },
    substitution: record(
      {
        ...common,
        swap: filled(table(filled(text()), 'Words to replace, each with its replacement.')),
        ignore_case,
        safe: flag('Whether check --fix may replace it without review. Default: false.'),
      },
      'Replaces one word with another.',
      ['id', 'kind', 'swap'],
    ),
    occurrence: {
      ...record(
        { ...common, ...sought, max: { kind: 'number', about: 'The maximum in one paragraph.' } },
        'Reports text that occurs too often in a paragraph.',
        ['id', 'kind', 'max'],
      ),
      either: ['words', 'pattern'],
    },
    capitalization: record(
      { ...common, match: choice(['title', 'sentence', 'lower', 'upper'], 'The capitalization it wants.') },
      'Reports headings, or other text, with the wrong capitalization. Default scope: heading.',
      ['id', 'kind', 'match'],
    ),
  },
};
