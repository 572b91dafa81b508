import { isMisspelt } from '../prose/urls.ts';
import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  group: 'markup',
  what: 'A link or an image with an unsafe URL.',
  why: '`javascript:` and `data:` URLs can run code on the page, and `file:` URLs point into the computer of the writer. A post links to http, https, mailto and relative URLs only. The text of the link is printed without the URL.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a [laboratory](file:///home/desk/lab.pdf).' },
  good: { body: 'A chipmaker opened a [laboratory](https://lab.example/).' },
  *check(context) {
    for (const violation of read(context, 'unsafe-link')) {
      // `malformed-url` reports a misspelt scheme, such as `htp://`.
      if (!isMisspelt(context.source.text.slice(violation.span.start, violation.span.end))) yield violation;
    }
  },
};
