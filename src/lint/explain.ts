import { HOUSE_SCHEMA } from '../house/schema.ts';
import type { House } from '../model/house.ts';
import { displayWidth } from '../typography/width.ts';
import { type Example, GROUPS, type HouseKey, type Rule } from './rules/index.ts';
import { asIs, type Translate } from './translate.ts';

/**
 * Returns the Markdown page of one rule, with the option values of a house.
 * @param text translates what the page says; the examples stay as they are.
 */
export function rulePage(rule: Rule, house: House, depth = 1, text: Translate = asIs): string {
  const { id, what, why, options = [], bad, good } = rule;
  return [
    `${'#'.repeat(depth)} ${id}`,
    text(what),
    text(availability(rule)),
    text(`**Why is this bad?** ${why}`),
    ...labelledExample('**Incorrect**', bad, text),
    ...labelledExample('**Correct**', good, text, false),
    ...(options.length > 0 ? [optionTable(options, house, text)] : []),
  ].join('\n\n');
}

/** Returns the rules by group, in the order of the groups. */
export function byGroup(rules: readonly Rule[]): readonly (readonly [group: string, rules: readonly Rule[]])[] {
  return GROUPS.map((group): [string, Rule[]] => [group, rules.filter((rule) => rule.group === group)]).filter(
    ([, found]) => found.length > 0,
  );
}

/** Returns the Markdown page of all rules, `docs/rules.md`. */
export function rulesPage(rules: readonly Rule[], house: House): string {
  const sections = byGroup(rules).map(([group, found]) =>
    [`## ${group.charAt(0).toUpperCase()}${group.slice(1)}`, ...found.map((rule) => rulePage(rule, house, 3))].join(
      '\n\n',
    ),
  );
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Rules

This page explains each finding of \`copydesk check\` and how to resolve it. \`copydesk explain RULE\` prints the same page in the terminal.

- **Change a severity, or switch a rule off:** set \`severities\` in \`house.yaml\`.
- **Change what a rule finds:** set the options in its table. The table shows the values of \`abab\`, the default house.
- **Allow one exception:** write \`<!-- copydesk-ignore RULE: reason -->\` above the paragraph.
- **Fix:** \`copydesk check --fix\` applies safe fixes. Add \`--unsafe-fixes\` for fixes that need your review.

The *reference post* is \`examples/intelligence-explosion.md\`. It is the model of the house style.

<!-- This page is generated from the rules: do not edit it. -->`;

const FIXES = {
  safe: '`--fix`',
  unsafe: '`--fix --unsafe-fixes`',
  both: '`--fix` if the case is clear, `--fix --unsafe-fixes` otherwise',
};

function availability({ severity, fix }: Rule): string {
  return `**Severity:** ${severity} · **Fix:** ${fix ? FIXES[fix] : 'by hand'}`;
}

/** The rules of a house have no examples. */
function labelledExample(label: string, example: Example, text: Translate, showsMissing = true): string[] {
  const shown = exampleText(example, showsMissing);
  const where = example.house === undefined ? label : `${label} in the house \`${example.house}\``;
  return shown === '' ? [] : [text(where), codeBlock(shown)];
}

/**
 * Returns the parts of the note that an example sets.
 * @param showsMissing whether a comment names a key that the note does not have.
 */
function exampleText(
  { front = {}, body, insight, laws, note, houseSays, ...others }: Example,
  showsMissing = true,
): string {
  if (note !== undefined) return note;
  const lines = Object.entries(front)
    .filter(([, value]) => showsMissing || value !== null)
    .map(([key, value]) => (value === null ? `# no ${key}` : `${key}: ${value}`));
  return [
    ...(houseSays === undefined ? [] : [`# house.yaml\n${toYaml(houseSays)}`]),
    ...(others.channels === undefined ? [] : [`# copydesk.yaml\n${toYaml({ channels: others.channels })}`]),
    ...(lines.length > 0 ? [`---\n${lines.join('\n')}\n---`] : []),
    ...(body === undefined ? [] : [body === '' ? '(no text)' : body]),
    ...(insight === undefined ? [] : [`## Insight\n\n${insight}`]),
    ...(laws === undefined ? [] : [`## Laws\n\n${laws}`]),
    ...(others.sourceText === undefined ? [] : [`<!-- the source text -->\n${others.sourceText}`]),
    ...(others.translationOf === undefined ? [] : [`<!-- the first version -->\n${exampleText(others.translationOf)}`]),
  ].join('\n\n');
}

/** JSON values are valid YAML, so each key is a line of `key: JSON`. */
function toYaml(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n');
}

/** The fence is longer than any run of backticks in the text. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.replace(/\n$/, '')}\n${fence}`;
}

function optionTable(options: readonly HouseKey[], house: House, text: Translate): string {
  const rows = options.map((key) => [`\`${key}\``, text(allowedValues(key)), text(shownValue(valueAt(house, key)))]);
  const table = [['Option in `house.yaml`', 'Values', `Value in \`${house.name}\``].map(text), ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => displayWidth(row[column] ?? ''))));
  const padded = (cell: string, at: number): string => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell));
  const [head = '', ...body] = table.map((row) => `| ${row.map(padded).join(' | ')} |`);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

function allowedValues(key: HouseKey): string {
  let schema = HOUSE_SCHEMA;
  for (const name of key.split('.')) if (schema.kind === 'record') schema = schema.keys[name] ?? schema;
  if (schema.kind === 'choice') return schema.values.map((value) => `\`${value}\``).join(', ');
  return schema.kind === 'record'
    ? Object.keys(schema.keys)
        .map((name) => `\`${name}\``)
        .join(', ')
    : 'list';
}

function valueAt(house: House, key: HouseKey): unknown {
  return key.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), { ...house });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A longer list is cut after its first entries. */
const LONGEST = 4;

function shownValue(value: unknown): string {
  if (typeof value === 'string') return `\`${value}\``;
  if (!Array.isArray(value))
    return isRecord(value)
      ? Object.entries(value)
          .map(([name, one]) => `\`${name}: ${one}\``)
          .join(', ')
      : '';
  if (value.length === 0) return 'none';
  const entries = value.map((entry: unknown) => (isRecord(entry) ? nameOf(entry) : `\`${entry}\``));
  if (entries.length <= LONGEST) return entries.join(', ');
  return `${entries.slice(0, LONGEST - 1).join(', ')} and ${entries.length - LONGEST + 1} more`;
}

/** The name of an entry: the id of a part, the preferred word, the first avoided word. */
function nameOf(entry: Readonly<Record<string, unknown>>): string {
  const words = Array.isArray(entry.words) ? entry.words[0] : undefined;
  return `\`${String(entry.id ?? entry.use ?? words)}\``;
}
