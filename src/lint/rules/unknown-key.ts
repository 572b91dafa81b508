import type { Diagnostic, Fix } from '../../model/diagnostic.ts';
import { canonicalKey } from '../../model/keys.ts';
import type { RuleContext } from '../context.ts';
import { violationOf } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unknownKey: Rule = {
  id: 'unknown-key',
  group: 'front matter',
  what: 'A front matter key that copydesk does not know.',
  why: 'copydesk keeps an unknown key and never prints it. Most of them are misspelt. `docs/notes.md` lists the keys and their aliases.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { front: { sorce: 'The Lab', source: null } },
  good: { front: { dek: 'Robots take the night shift.' } },
  *check(context) {
    for (const found of context.readings) {
      if (found.rule !== 'unknown-key') continue;
      const fix = renameOf(found, context);
      yield { ...violationOf(found), ...(fix ? { fix } : {}) };
    }
  },
};

/** Renames the key, unless the note already has the known one. */
function renameOf({ meant, span }: Diagnostic, { note: { fields } }: RuleContext): Fix | undefined {
  if (meant === undefined) return undefined;
  const isTop = fields.some(({ nameSpan }) => nameSpan.start === span.start);
  const key = canonicalKey(meant);
  if (isTop && fields.some((field) => (key === undefined ? field.name === meant : field.key === key))) return undefined;
  return { edits: [{ span, text: meant }], isSafe: false, isRename: true };
}
