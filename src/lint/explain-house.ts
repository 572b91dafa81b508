import type { House, HouseRule } from '../model/house.ts';
import type { HouseKey, Rule } from './rules/index.ts';
import { asIs, type Translate } from './translate.ts';

/**
 * Returns the Markdown sections about what a house says to a rule: its own severity, its patterns and all its words.
 * @param text translates what the page says.
 */
export function houseSections({ id, severity, options = [] }: Rule, house: House, text: Translate = asIs): string[] {
  const own = house.rules.find((rule) => rule.id === id);
  const set = house.severities.get(id);
  return [
    ...(set === undefined || set === severity
      ? []
      : [text(`The house \`${house.name}\` sets the severity to **${set}**.`)]),
    ...(own ? [list(text(`What it looks for in \`${house.name}\``), linesOfRule(own))] : []),
    ...options.flatMap((key) => wordSection(key, house, text)),
  ];
}

function list(title: string, lines: readonly string[]): string {
  return `**${title}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** The keys of a house's own rule, as `house.yaml` has them. Its ID, severity and reason are on the page already. */
function linesOfRule(rule: HouseRule): string[] {
  const { id: _, severity: __, because: ___, ...keys } = rule;
  return Object.entries(keys).flatMap(([key, value]: [string, unknown]) =>
    value === undefined ? [] : [`\`${key}\`: ${shown(value)}`],
  );
}

function shown(value: unknown): string {
  if (value instanceof Map) return [...value].map(([from, to]) => `\`${from}\` → \`${to}\``).join(', ');
  if (Array.isArray(value)) return value.map((one) => `\`${one}\``).join(', ');
  return `\`${value}\``;
}

/** The list of words of an option, one entry per line. Empty for other options and for a list without words. */
function wordSection(key: HouseKey, house: House, text: Translate): string[] {
  const [group, name] = key.split('.');
  if (group !== 'words' || name === undefined) return [];
  const found: unknown = Object.entries(house.words).find(([one]) => one === name)?.[1];
  if (!Array.isArray(found) || found.length === 0) return [];
  const lines = found.every((entry) => typeof entry === 'string') ? [shown(found)] : found.map(lineOfEntry);
  return [list(text(`All of \`${key}\` in \`${house.name}\``), lines)];
}

/** `utilize`, `utilise` → `use` (the shorter word). */
function lineOfEntry(entry: Readonly<Record<string, unknown>>): string {
  const { words = entry.not, use, because } = entry;
  return `${shown(words)}${use === undefined ? '' : ` → ${shown(use)}`}${because === undefined ? '' : ` (${because})`}`;
}
