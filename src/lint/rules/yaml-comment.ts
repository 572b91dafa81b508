import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const yamlComment: Rule = {
  id: 'yaml-comment',
  group: 'front matter',
  what: 'Part of a headline, a dek or a source is a comment to YAML, because a # stands behind a space.',
  why: 'YAML 1.2 takes a `#` behind a space for the start of a comment, so the rest of the line is never printed. Quotation marks around the value keep it.',
  severity: 'warning',
  bad: { front: { dek: 'The lab is rated #1 by its peers.' } },
  good: { front: { dek: '"The lab is rated #1 by its peers."' } },
  check: (context) => read(context, 'yaml-comment'),
};
