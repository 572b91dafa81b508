/** The kinds of alerts of GitHub Flavored Markdown: a quote whose first line is `[!NOTE]` and the like, in any case. */
export const ALERTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type Alert = (typeof ALERTS)[number];

/** The first line of an alert, with the line end that it may have. */
export const ALERT_LINE = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** The kind of an alert, from its first line. */
export function alertOf(text: string): Alert | undefined {
  const name = ALERT_LINE.exec(text)?.[1]?.toLowerCase();
  return ALERTS.find((kind) => kind === name);
}
