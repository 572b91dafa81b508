import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { resolveHouse } from '../../src/house/resolve.ts';
import { rulePage } from '../../src/lint/explain.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { type Entry, onePerKind } from './messages/entry.ts';
import { entriesOfScenario } from './messages/from-commands.ts';
import { entriesOfExample, entriesOfMutations, entriesOfSmallNotes } from './messages/from-rules.ts';
import { messagesPage, withPlaceholders } from './messages/page.ts';
import { CONFIGURATION, type Scenario, USAGE } from './messages/scenarios.ts';
import { messageTemplates, rareReason, type Template } from './messages/templates.ts';

/* docs/messages.md lists every message with an example. UPDATE=1 writes it. */
let notes: readonly Entry[] = [];
let configuration: readonly Entry[] = [];
let usage: readonly Entry[] = [];

async function entriesOfAll(scenarios: readonly Scenario[]): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const scenario of scenarios) found.push(...(await entriesOfScenario(scenario)));
  return onePerKind(found);
}

beforeAll(async () => {
  const { house } = resolveHouse('abab');
  const [examples, mutations]: [Entry[], Entry[]] = [[], []];
  for (const rule of RULES) {
    examples.push(...(await entriesOfExample(rule, rulePage(rule, house))));
    mutations.push(...(await entriesOfMutations(rule)));
  }
  const found = [await entriesOfAll(CONFIGURATION), await entriesOfAll(USAGE)];
  const isAboutNote = ({ rule }: Entry): boolean => RULES.some(({ id }) => id === rule);
  notes = onePerKind(examples, await entriesOfSmallNotes(), mutations, found.flat().filter(isAboutNote));
  [configuration = [], usage = []] = found.map((entries) => entries.filter((entry) => !isAboutNote(entry)));
}, 120_000);

/** The messages in the source of which no example was found. */
function withoutExample(): readonly Template[] {
  const messages = [...notes, ...configuration, ...usage].map(({ message }) => message);
  return messageTemplates().filter(({ pattern }) => !messages.some((message) => pattern.test(message)));
}

test('every message in the source has an example, or a reason why it has none', () => {
  expect(withoutExample().filter((one) => rareReason(one) === undefined)).toEqual([]);
});

test('docs/messages.md lists every message', () => {
  const path = resolve('docs/messages.md');
  const page = messagesPage({ notes, configuration, usage, rare: withoutExample() });
  if (process.env.UPDATE) writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});

/** Every message with an example, and every rare one as the source has it. */
const all = (): readonly string[] => [
  ...[...notes, ...configuration, ...usage].map(({ message }) => message),
  ...withoutExample().map(({ text }) => withPlaceholders(text)),
];

/** A message without what it quotes: the text of a note, the name of a file, an option. */
const withoutQuotes = (message: string): string => message.replace(/'[^']*'/g, "''");

test('a message has fewer than 80 characters, without what it quotes', () => {
  expect(all().filter((message) => [...withoutQuotes(message)].length >= 80)).toEqual([]);
});

test('a message does not end in a full stop', () => {
  expect(all().filter((message) => /\.$/.test(message))).toEqual([]);
});

test('a message starts in lower case, with a name or with something in quotes', () => {
  const start = /^(?:[\p{Ll}\p{N}'…]|(?:Insight|Markdown|NUL|RE2|URL|YAML)\b)/u;
  expect(all().filter((message) => !start.test(message))).toEqual([]);
});

const IMPERATIVES =
  `Add Break Capitalize Change Check Choose Close Compare Contrast Convert Copy Correct Create Cut Define Describe Fill Fix Format Give Indent Keep Leave
  Link List Look Lower Make Match Merge Move Name Open Pass Percent-encode Put Quote Remove Rename Render Run Save Set Shorten Split Start
  Type Use Wait Write`.split(/\s+/);
/** A whole sentence, or one that ends in a line to copy. */
const ENDS = /[.?]$|: \S.*$|^Add these lines to it:$/s;

test('advice is an imperative sentence, a suggestion, or what the house expects', () => {
  const advice = [...notes, ...configuration, ...usage].map((entry) => entry.advice ?? 'Use it.');
  const starts = (text: string): boolean => IMPERATIVES.includes(/^[\w-]+/.exec(text)?.[0] ?? '');
  const isFixed = (text: string): boolean => /^(?:Did you mean '.+'\?|Expected: .+\.)$/.test(text);
  expect(advice.filter((text) => !(isFixed(text) || (starts(text) && ENDS.test(text))))).toEqual([]);
});
