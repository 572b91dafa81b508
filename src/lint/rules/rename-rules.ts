import type { Fix } from '../../model/diagnostic.ts';
import { canonicalKey } from '../../model/keys.ts';
import { span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';
import { fromReader } from './reader-rules.ts';

interface RenameRule extends Omit<Rule, 'severity' | 'fix' | 'check'> {
  /** Returns the fix that writes the name that the author probably meant. */
  readonly rename: (meant: string, found: Violation, context: RuleContext) => Fix | undefined;
}

/** Reports unknown names that the reader finds. The fix is unsafe because the author may have meant something else. */
function renameRule({ rename, ...rule }: RenameRule): Rule {
  return {
    ...rule,
    severity: 'warning',
    fix: 'unsafe',
    *check(context) {
      for (const found of fromReader(context, rule.id)) {
        const fix = found.meant === undefined ? undefined : rename(found.meant, found, context);
        yield fix ? { ...found, fix } : found;
      }
    },
  };
}

export const unknownKey = renameRule({
  id: 'unknown-key',
  group: 'front matter',
  what: 'A front matter key that copydesk does not know.',
  why: 'copydesk keeps an unknown key and never prints it. Most of them are misspelt. It is an error if the key looks like a missing required part. `docs/notes.md` lists the keys and their aliases.',
  bad: { front: { sorce: 'The Lab', source: null } },
  good: { front: { dek: 'Robots take the night shift.' } },
  rename: renameKey,
});

/** Renames the key, unless the note already has the known one. */
function renameKey(meant: string, { span }: Violation, { note: { fields } }: RuleContext): Fix | undefined {
  const isTop = fields.some(({ nameSpan }) => nameSpan.start === span.start);
  const key = canonicalKey(meant);
  if (isTop && fields.some((field) => (key === undefined ? field.name === meant : field.key === key))) return undefined;
  return { edits: [{ span, text: meant }], isSafe: false, isRename: true };
}

export const unknownSection = renameRule({
  id: 'unknown-section',
  group: 'sections',
  what: 'A section heading that the house does not know.',
  why: 'The section is printed under its heading, after the parts of the house. Most unknown headings are misspelt. A heading that means a missing required section is an error.',
  options: ['sections'],
  bad: {
    note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n\n## Insihgt\n\nIt has automated its fabs for years.\n',
  },
  good: { body: 'A chipmaker opened a laboratory.\n\n## Notes\n\nAsk for the number of robots.' },
  rename: renameHeading,
});

const HEADING = /^( {0,3}#{1,6}[ \t]+)([^\n*_`[\]<>\\&~!]*?)(?:[ \t]+#+)?[ \t]*$/;

/** Renames the heading, unless the note already has that section. */
function renameHeading(meant: string, { span: heading }: Violation, context: RuleContext): Fix | undefined {
  if (!isFree(meant, context)) return undefined;
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
