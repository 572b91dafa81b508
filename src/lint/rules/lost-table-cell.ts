import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const lostTableCell: Rule = {
  id: 'lost-table-cell',
  group: 'markup',
  what: 'A row of a table has more cells than its header.',
  why: "GitHub Flavored Markdown, whose tables these are, drops every cell beyond the header's columns without a word.",
  severity: 'warning',
  bad: { body: '| Lab | Robots |\n| --- | --- |\n| North | 40 | since May |' },
  good: { body: '| Lab | Robots | Since |\n| --- | --- | --- |\n| North | 40 | May |' },
  check: (context) => read(context, 'lost-table-cell'),
};
