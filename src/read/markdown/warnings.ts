/** The warnings of the Markdown reader. */
export const WARNINGS = {
  'raw-html': {
    rule: 'raw-html',
    message: 'raw HTML is printed as text',
    advice: 'Write Markdown, or put the HTML in backticks if readers should see it.',
  },
  'raw-html-after-comment': {
    rule: 'raw-html',
    message: 'Markdown after a comment at the start of a line is printed as text',
    advice: 'Move the comment to its own line, or after the first words.',
  },
  'unclosed-comment': {
    rule: 'unclosed-comment',
    message: 'unclosed comment hides the rest of its block',
    advice: 'Write `-->` at the end of the comment.',
  },
  'unclosed-comment-text': {
    rule: 'unclosed-comment',
    message: 'unclosed comment is printed as text',
    advice: 'Write `-->` in the same paragraph, or escape the `<` with a backslash.',
  },
  'lost-table-cell': {
    rule: 'lost-table-cell',
    message: 'table cell without a column is not printed',
    advice: 'Add a column to the header, or write `\\|` for a bar inside a cell.',
  },
  'image-without-url': {
    rule: 'malformed-url',
    message: 'image without a URL is printed as its alt text',
    advice: 'Write the URL of the image between the parentheses, or remove the image.',
  },
  'link-without-url': {
    rule: 'malformed-url',
    message: 'link without a URL leads to the post itself',
    advice: 'Write the URL between the parentheses, or remove the brackets.',
  },
  'lost-info': {
    rule: 'lost-info',
    message: 'words after the language of a code block are not printed',
    advice: 'Move them to a paragraph above the code block.',
  },
  'unused-definition': {
    rule: 'unused-definition',
    message: 'unused link definition is not printed',
    advice: 'Write `[link text][label]` where the link belongs, or remove the definition.',
  },
  'duplicate-definition': {
    rule: 'duplicate-definition',
    message: 'duplicate link definition is ignored',
    advice: 'Remove one of the definitions, or give this one another label.',
  },
} as const;

export type WarningKind = keyof typeof WARNINGS;
export type WarningRule = (typeof WARNINGS)[WarningKind]['rule'] | 'unsafe-link';
