import { type Hover, MarkupKind, type Position } from 'vscode-languageserver/node';
import { resolveHouse } from '../../house/resolve.ts';
import { rulePage } from '../../lint/explain.ts';
import { houseSections } from '../../lint/explain-house.ts';
import { rulesById } from '../../lint/run-rules.ts';
import { type Diagnostic, locationsOf } from '../../model/diagnostic.ts';
import type { House } from '../../model/house.ts';
import { KEYS, type Key } from '../../model/keys.ts';
import { type Span, span } from '../../text/index.ts';
import type { Messages } from '../messages/messages.ts';
import type { Analysis } from './analysis.ts';
import { schemaOf } from './configuration-file.ts';
import { keyAt, schemaAt } from './yaml-path.ts';

/** Explains the findings at a position, or else the key. */
export function hover(analysis: Analysis, position: Position): Hover | undefined {
  const at = analysis.places.offset(position);
  const found = findingsAt(analysis, at) ?? aboutKey(analysis, at) ?? aboutSetting(analysis, at);
  if (!found) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value: found.text }, range: analysis.places.range(found.span) };
}

interface Explanation {
  readonly text: string;
  readonly span: Span;
}

function findingsAt({ findings, linted, project, messages }: Analysis, at: number): Explanation | undefined {
  if (!project) return undefined;
  const locationAt = (finding: Diagnostic) => locationsOf(finding).find(({ start, end }) => start <= at && at <= end);
  const found = findings.filter(locationAt);
  const [first] = found;
  const place = first && locationAt(first);
  if (!place) return undefined;
  const house = linted?.context?.house ?? project.house;
  const pages = [...new Set(found.map(({ rule }) => rule))].map((rule) =>
    rulePageOf(rule, house, project.house, messages),
  );
  const text = pages.filter((page) => page !== undefined).join('\n\n---\n\n');
  return text === '' ? undefined : { text, span: place };
}

/**
 * The page of a rule as `copydesk explain` prints it. Undefined for an unknown rule.
 * @param house the house that prints the note. @param chosen that of the configuration.
 */
export function rulePageOf(id: string, house: House, chosen: House, { text }: Messages): string | undefined {
  const rule = rulesById(resolveHouse(chosen)).get(id);
  return rule && [rulePage(rule, house, 3, text), ...houseSections(rule, house, text)].join('\n\n');
}

function aboutKey({ linted, messages }: Analysis, at: number): Explanation | undefined {
  const field = linted?.context?.note.fields.find(({ nameSpan }) => nameSpan.start <= at && at <= nameSpan.end);
  return field?.key && { text: messages.text(keyPage(field.key)), span: field.nameSpan };
}

/** What a front matter key is for, and its other names, in English. */
export function keyPage(key: Key): string {
  const { about, aliases } = KEYS[key];
  const also = aliases.length === 0 ? '' : `\n\nOther names: ${aliases.map((alias) => `\`${alias}\``).join(', ')}`;
  return `**${key}**\n\n${about}${also}`;
}

function aboutSetting({ kind, source, messages }: Analysis, at: number): Explanation | undefined {
  const schema = schemaOf(kind);
  const key = schema && keyAt(source.text, at);
  if (!schema || !key) return undefined;
  const found = schemaAt(schema, key.path);
  if (!found?.about) return undefined;
  const name = key.path.at(-1);
  return { text: `**${name}**\n\n${messages.text(found.about)}`, span: span(key.start, key.end) };
}
