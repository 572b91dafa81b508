import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const lostInfo: Rule = {
  id: 'lost-info',
  group: 'markup',
  what: 'Words stand behind the language of a code block, where nobody prints them.',
  why: 'CommonMark leaves it to each program what the line means that opens a code block; the first word is a language by custom, and the rest is shown to no reader.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a laboratory:\n\n```yaml The file of the first night\nrobots: 40\n```' },
  good: { body: 'A chipmaker opened a laboratory:\n\n```yaml\nrobots: 40\n```' },
  check: (context) => read(context, 'lost-info'),
};
