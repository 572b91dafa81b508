import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unusedDefinition: Rule = {
  id: 'unused-definition',
  group: 'markup',
  what: 'A link definition is used by no link, so its address is printed nowhere.',
  why: 'In CommonMark a line `[label]: address` prints nothing by itself. One that nothing uses is mostly a link whose label is misspelt, and then the text shows brackets.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a [laboratory][lba].\n\n[lab]: https://lab.example/' },
  good: { body: 'A chipmaker opened a [laboratory][lab].\n\n[lab]: https://lab.example/' },
  check: (context) => read(context, 'unused-definition'),
};
