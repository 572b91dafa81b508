import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const rawHtml: Rule = {
  id: 'raw-html',
  group: 'markup',
  what: 'HTML stands in the text.',
  why: 'A post has several formats, and HTML belongs to one of them: so it is printed as it stands, for readers to see. Markdown says the same in every format, and markdownlint (MD033) reports HTML for the same reason.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a <b>laboratory</b>.' },
  good: { body: 'A chipmaker opened a **laboratory**.' },
  check: (context) => read(context, 'raw-html'),
};
