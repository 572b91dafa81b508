import { Marked } from 'marked';
import { resolveHouse } from '../../../house/resolve.ts';
import { rulePage } from '../../../lint/explain.ts';
import { houseSections } from '../../../lint/explain-house.ts';
import { rulesById } from '../../../lint/run-rules.ts';
import type { Translate } from '../../../lint/translate.ts';
import type { House } from '../../../model/house.ts';
import { escapeHtml } from '../../../write/html/escape.ts';

/** The words of a house are plain text, even if they look like HTML. */
const marked = new Marked({ renderer: { html: ({ text }) => escapeHtml(text) } });

/** Returns the explanation of a rule in a house as HTML, as `copydesk explain` prints it. Undefined for an unknown rule. */
export function explainRule(id: string, house: House, text: Translate): string | undefined {
  const rule = rulesById(resolveHouse(house)).get(id);
  if (!rule) return undefined;
  // The finding above it names the rule.
  const page = [rulePage(rule, house, 1, text).replace(/^# .*\n+/, ''), ...houseSections(rule, house, text)].join(
    '\n\n',
  );
  return marked.parse(page, { async: false });
}
