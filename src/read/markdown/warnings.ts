/** What the reading of prose warns of: the message names what, the advice what to do. */
export const WARNINGS = {
  'raw-html': {
    rule: 'raw-html',
    message: 'HTML is printed as text, as it stands',
    advice: 'Write it in Markdown, or mark it as code with backticks if readers should see it.',
  },
  'raw-html-after-comment': {
    rule: 'raw-html',
    message: 'text on the line on which a comment starts is printed as it stands, without its Markdown',
    advice: 'Put the comment on a line of its own, or behind the first words.',
  },
  'unclosed-comment': {
    rule: 'unclosed-comment',
    message: 'this comment never ends, so all that follows it in its block is hidden',
    advice: 'Write `-->` where the comment ends.',
  },
  'unclosed-comment-text': {
    rule: 'unclosed-comment',
    message: 'this comment never ends, so it is printed as text',
    advice: 'Write `-->` in the same paragraph, or a `\\` before the `<`.',
  },
  'lost-table-cell': {
    rule: 'lost-table-cell',
    message: 'the row has more cells than the header: what stands here is not printed',
    advice: 'Give the header a column for it, or write `\\|` for a bar inside a cell.',
  },
  'lost-info': {
    rule: 'lost-info',
    message: 'only the first word of the line that opens a code block is kept: these are not printed',
    advice: 'Write them in a paragraph above the block if readers should see them.',
  },
  'unused-definition': {
    rule: 'unused-definition',
    message: 'nothing in the text links to this label, so its address is not printed',
    advice: 'Write [the words][the label] where the link belongs, or remove the line.',
  },
  'duplicate-definition': {
    rule: 'duplicate-definition',
    message: 'this label has an address already: the first is the one that counts',
    advice: 'Remove one of the two, or give this one a label of its own.',
  },
} as const;

export type WarningKind = keyof typeof WARNINGS;
export type WarningRule = (typeof WARNINGS)[WarningKind]['rule'] | 'unsafe-link';
