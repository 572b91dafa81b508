import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { resolveHouse } from '../../src/house/resolve.ts';
import { rulePage } from '../../src/lint/explain.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { type Entry, onePerKind } from './messages/entry.ts';
import { entriesOfScenario } from './messages/from-commands.ts';
import { entriesOfExample, entriesOfMutations, entriesOfSmallNotes } from './messages/from-rules.ts';
import { messagesPage } from './messages/page.ts';
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
  notes = onePerKind(examples, await entriesOfSmallNotes(), mutations);
  configuration = await entriesOfAll(CONFIGURATION);
  usage = await entriesOfAll(USAGE);
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

const all = (): readonly Entry[] => [...notes, ...configuration, ...usage];

test('no message ends in a full stop or has more than 80 characters', () => {
  const faulty = all().filter(({ message }) => /[^.…]\.$/.test(message) || [...message].length > 80);
  // What git and the option parser say is quoted in full.
  const quoted = /^(?:--\w+ needs a git repository|option ')/;
  const own = faulty.filter(({ message }) => !quoted.test(message));
  expect(own.map(({ message }) => message)).toEqual([]);
});

test('a message starts in lower case, or with a name', () => {
  const faulty = all().filter(
    ({ message }) => /^[A-Z][a-z]/.test(message) && !/^(?:Insight|Markdown|Handlebars)\b/.test(message),
  );
  expect(faulty.map(({ message }) => message)).toEqual([]);
});

test('advice is a sentence that starts with a capital, and may end with a line to write', () => {
  const ends = /[.?]$|: \S.*$|^Add these lines to it:$/s;
  const faulty = all().filter(
    ({ advice }) => advice !== undefined && !(/^\p{Lu}|^git says: /u.test(advice) && ends.test(advice)),
  );
  expect(faulty.map(({ advice }) => advice)).toEqual([]);
});
