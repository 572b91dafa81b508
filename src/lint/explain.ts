import { type Example, GROUPS, type Rule } from './rules/index.ts';

/** How a rule's findings are called, and whether they can be put right: one line. */
function standing({ severity, fix }: Rule): string {
  const called = { error: 'an error', warning: 'a warning', information: 'a remark', off: 'off', fatal: 'an error' }[
    severity
  ];
  const mends = {
    safe: '`--fix` puts it right',
    unsafe: '`--fix --unsafe-fixes` puts it right',
    both: '`--fix` puts right what is certain, `--fix --unsafe-fixes` the rest',
  };
  return fix ? `By default ${called}; ${mends[fix]}.` : `By default ${called}.`;
}

/** What of a note an example shows. */
function exampleText({ front = {}, body, insight, laws, note, houseSays }: Example): string {
  if (note !== undefined) return note;
  const lines = Object.entries(front).map(([key, value]) => (value === null ? `# no ${key}` : `${key}: ${value}`));
  return [
    ...(houseSays === undefined ? [] : [`# house.yaml\n${saidInYaml(houseSays)}`]),
    ...(lines.length > 0 ? [`---\n${lines.join('\n')}\n---`] : []),
    ...(body === undefined ? [] : [body === '' ? '(no text)' : body]),
    ...(insight === undefined ? [] : [`## Insight\n\n${insight}`]),
    ...(laws === undefined ? [] : [`## Laws\n\n${laws}`]),
  ].join('\n\n');
}

/** What is plain data is YAML as JSON is, a key a line. */
function saidInYaml(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n');
}

/** A fence that nothing in the text ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** A house's own rule has no example. */
function shown(lead: string, example: Example): string[] {
  const text = exampleText(example);
  return text === '' ? [] : [lead, fenced(text)];
}

/** The page of a rule, in Markdown. */
export function rulePage(rule: Rule, depth = 1): string {
  const { id, what, why, bad, good } = rule;
  return [
    `${'#'.repeat(depth)} ${id}`,
    `${what} ${standing(rule)}`,
    why,
    ...shown('Not so:', bad),
    ...shown('But so:', good),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The rules by group, as a reader finds them in a list. */
export function byGroup(rules: readonly Rule[]): readonly (readonly [group: string, rules: readonly Rule[]])[] {
  return GROUPS.map((group): [string, Rule[]] => [group, rules.filter((rule) => rule.group === group)]).filter(
    ([, found]) => found.length > 0,
  );
}

/** The page of all rules, in Markdown: `docs/rules.md`. */
export function rulesPage(rules: readonly Rule[]): string {
  const sections = byGroup(rules).map(([group, found]) =>
    [`## ${group.charAt(0).toUpperCase()}${group.slice(1)}`, ...found.map((rule) => rulePage(rule, 3))].join('\n\n'),
  );
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# The rules

What \`copydesk check\` looks for. This page is written by the rules themselves; \`copydesk explain RULE\` prints the section of one.
A house sets how bad a finding is, or switches a rule off, under \`severities\` in its \`house.yaml\`; word lists, limits and openers are the house's too.`;
