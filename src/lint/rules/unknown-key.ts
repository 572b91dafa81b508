import type { Fix } from '../../model/diagnostic.ts';
import { canonicalKey } from '../../model/keys.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';
import { fromReader } from './reader-rules.ts';

export const unknownKey: Rule = {
  id: 'unknown-key',
  group: 'front matter',
  what: 'A front matter key that copydesk does not know.',
  why: 'copydesk keeps an unknown key and never prints it. Most of them are misspelt. One that means a missing required part is an error. `docs/notes.md` lists the keys and their aliases.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { front: { sorce: 'The Lab', source: null } },
  good: { front: { dek: 'Robots take the night shift.' } },
  *check(context) {
    for (const found of fromReader(context, 'unknown-key')) {
      const fix = renameOf(found, context);
      yield fix ? { ...found, fix } : found;
    }
  },
};

/** Renames the key, unless the note already has the known one. */
function renameOf({ meant, span }: Violation, { note: { fields } }: RuleContext): Fix | undefined {
  if (meant === undefined) return undefined;
  const isTop = fields.some(({ nameSpan }) => nameSpan.start === span.start);
  const key = canonicalKey(meant);
  if (isTop && fields.some((field) => (key === undefined ? field.name === meant : field.key === key))) return undefined;
  return { edits: [{ span, text: meant }], isSafe: false, isRename: true };
}
