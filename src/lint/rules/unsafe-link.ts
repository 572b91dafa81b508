import { isMisspelt } from '../prose/urls.ts';
import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unsafeLink: Rule = {
  id: 'unsafe-link',
  group: 'markup',
  what: 'A link or an image has an address that no post links to.',
  why: 'Addresses such as `javascript:` and `data:` can run a program on the page that prints the post, and `file:` leads into the computer of whoever wrote it. A post links to http, https, mailto and paths beside it, and the words are printed without anything else.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a [laboratory](file:///home/desk/lab.pdf).' },
  good: { body: 'A chipmaker opened a [laboratory](https://lab.example/).' },
  *check(context) {
    for (const violation of read(context, 'unsafe-link')) {
      // `htp://lab.example` is no danger, but a slip: `malformed-url` says so.
      if (!isMisspelt(context.source.text.slice(violation.span.start, violation.span.end))) yield violation;
    }
  },
};
