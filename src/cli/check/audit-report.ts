import { displayWidth } from '../../typography/width.ts';
import type { Messages } from '../messages/messages.ts';
import { count } from '../run/summary.ts';
import { terminalSafe } from '../terminal/safe.ts';
import type { AuditResult, RuleAudit } from './audit.ts';

/** The version of the JSON report. */
const VERSION = 1;

/** The report as JSON, with one line per rule. */
export function auditJson({ posts, words, rules }: AuditResult): string {
  const lines = rules.map((rule) => {
    const { examples, advice, ...counts } = rule;
    const shares = { perThousandWords: perThousand(rule, words), overruled: shareOverruled(rule) };
    return JSON.stringify({ ...counts, ...shares, ...(advice ? { advice } : {}), examples });
  });
  const severities = Object.fromEntries(rules.flatMap(({ rule, advice }) => (advice ? [[rule, advice.severity]] : [])));
  const list = lines.length > 0 ? `\n${lines.join(',\n')}\n` : '';
  return `{"version":${VERSION},"posts":${posts},"words":${words},"rules":[${list}],"severities":${JSON.stringify(severities)}}\n`;
}

const HEADINGS = ['rule', 'severity', 'findings', 'posts', 'per 1,000 words', 'suppressed', 'accepted'];
/** The columns of text; the others are numbers, aligned to the right. */
const TEXTS = 2;

/** The report for a person: a table, examples, and the severities to paste. */
export function auditText({ posts, words, rules }: AuditResult, messages: Messages): string {
  const { text } = messages;
  const rows = rules.map((rule) => [
    rule.rule,
    text(rule.severity),
    ...[rule.findings, rule.posts].map(grouped),
    perThousand(rule, words).toFixed(2),
    ...[rule.suppressed, rule.accepted].map(grouped),
  ]);
  const table = [HEADINGS.map(text), ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => displayWidth(row[column] ?? ''))));
  const padded = (cell: string, column: number): string => {
    const room = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
    return column < TEXTS ? cell + room : room + cell;
  };
  const line = (row: readonly string[]) => row.map(padded).join('  ').trimEnd();
  return [
    text(`${grouped(posts)} ${posts === 1 ? 'post' : 'posts'}, ${grouped(words)} ${words === 1 ? 'word' : 'words'}`),
    ...(rows.length > 0 ? [table.map(line).join('\n')] : []),
    ...rules.map((rule) => examplesOf(rule, messages)).filter((text) => text !== ''),
    snippet(rules, messages),
  ].join('\n\n');
}

function examplesOf({ rule, examples }: RuleAudit, { text: translated }: Messages): string {
  if (examples.length === 0) return '';
  const lines = examples.map(({ path, line, column, message, text }) => {
    const where = `${path}:${line}:${column}`;
    return `  ${terminalSafe(where)}: ${terminalSafe(translated(message))}\n    ${terminalSafe(text)}`;
  });
  return [terminalSafe(rule), ...lines].join('\n');
}

/** The lines for `house.yaml`. */
function snippet(rules: readonly RuleAudit[], { text }: Messages): string {
  const advised = rules.flatMap(({ rule, advice }) => (advice ? [{ rule, ...advice }] : []));
  if (advised.length === 0) return `${text('No rule needs another severity in this house.')}\n`;
  const lines = advised.map(({ rule, severity, reason }) => `  ${rule}: ${severity} # ${text(reason)}`);
  const what = `Consider another severity for ${count(advised.length, 'rule')}. In house.yaml:`;
  return `${text(what)}\n\nseverities:\n${lines.join('\n')}\n`;
}

function perThousand({ findings }: RuleAudit, words: number): number {
  return words === 0 ? 0 : Math.round((findings / words) * 100_000) / 100;
}

function shareOverruled({ findings, suppressed, accepted }: RuleAudit): number {
  const overruled = suppressed + accepted;
  return overruled === 0 ? 0 : Math.round((overruled / (findings + overruled)) * 1000) / 1000;
}

/** 1234567 as 1,234,567. Not by a locale, so that the same posts give the same report. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
