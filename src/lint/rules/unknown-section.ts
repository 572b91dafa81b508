import type { Fix } from '../../model/diagnostic.ts';
import { span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';
import { fromReader } from './reader-rules.ts';

export const unknownSection: Rule = {
  id: 'unknown-section',
  group: 'sections',
  what: 'A section heading that the house does not know.',
  why: 'The section is printed under its heading, after the parts of the house. Most unknown headings are misspelt. A heading that means a missing required section is an error.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['sections'],
  bad: {
    note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n\n## Insihgt\n\nIt has automated its fabs for years.\n',
  },
  good: { body: 'A chipmaker opened a laboratory.\n\n## Notes\n\nAsk for the number of robots.' },
  *check(context) {
    for (const found of fromReader(context, 'unknown-section')) {
      const fix = renameOf(found, context);
      yield fix ? { ...found, fix } : found;
    }
  },
};

const HEADING = /^( {0,3}#{1,6}[ \t]+)([^\n*_`[\]<>\\&~!]*?)(?:[ \t]+#+)?[ \t]*$/;

/** Renames the heading, unless the note already has that section. */
function renameOf({ meant, span: heading }: Violation, context: RuleContext): Fix | undefined {
  if (meant === undefined || !isFree(meant, context)) return undefined;
  const [, before, name] = HEADING.exec(context.source.text.slice(heading.start, heading.end)) ?? [];
  if (before === undefined || name === undefined) return undefined;
  const start = heading.start + before.length;
  return { edits: [{ span: span(start, start + name.length), text: meant }], isSafe: false, isRename: true };
}

function isFree(meant: string, { house, note: { sections } }: RuleContext): boolean {
  const { headings, labels } = house;
  for (const kind of ['insight', 'laws'] as const) {
    const names = [headings[kind].heading, ...headings[kind].aliases, labels[kind]];
    if (names.includes(meant)) return sections.every((section) => section.kind !== kind);
  }
  const own = house.sections.find(({ heading, label, aliases }) => [heading, label, ...aliases].includes(meant));
  return own !== undefined && sections.every(({ id }) => id !== own.id);
}
