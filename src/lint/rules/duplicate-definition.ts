import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const duplicateDefinition: Rule = {
  id: 'duplicate-definition',
  group: 'markup',
  what: 'A label of links is defined twice.',
  why: 'In CommonMark the first definition of a label counts, and the second prints nothing: the link may lead elsewhere than meant.',
  severity: 'warning',
  bad: {
    body: 'A chipmaker opened a [laboratory][lab].\n\n[lab]: https://lab.example/\n[lab]: https://lab.example/night',
  },
  good: { body: 'A chipmaker opened a [laboratory][lab].\n\n[lab]: https://lab.example/' },
  check: (context) => read(context, 'duplicate-definition'),
};
