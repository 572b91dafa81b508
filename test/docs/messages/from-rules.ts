import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check } from '../../../src/check.ts';
import type { Rule } from '../../../src/lint/rules/index.ts';
import type { Channels } from '../../../src/model/channels.ts';
import type { House } from '../../../src/model/house.ts';
import { exampleHouse, exampleNote } from '../../lint/example.ts';
import type { Entry } from './entry.ts';
import { SMALL_NOTES } from './small-notes.ts';

/** A fixed time, so that an embargo gives the same message every day. */
const NOW = Date.UTC(2026, 5, 1);
const examples = resolve(import.meta.dirname, '../../../examples');

/** Returns the messages that the bad example of a rule gives. */
export async function entriesOfExample({ bad, id }: Rule, page: string): Promise<readonly Entry[]> {
  const shown = /\*\*Incorrect\*\*.*\n\n```\w*\n([\s\S]*?)\n```/.exec(page)?.[1];
  const translationOf = bad.translationOf && exampleNote(bad.translationOf);
  const about = {
    house: exampleHouse(bad),
    rule: id,
    sourceText: bad.sourceText,
    translationOf,
    channels: bad.channels,
  };
  return findings(exampleNote(bad), about, () => shown ?? '');
}

type Mutation = readonly [example: string, from: string, to: string, house?: string | Record<string, unknown>];

/** Returns the messages of the example notes that the tests of a rule break. */
export async function entriesOfMutations({ id }: Rule): Promise<readonly Entry[]> {
  const path = join(import.meta.dirname, '../../lint/rules/mutations', `${id}.json`);
  const mutations: readonly Mutation[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
  const found: Entry[] = [];
  for (const [example, from, to, house] of mutations) {
    if (example.endsWith('.json')) continue;
    const text = readFileSync(join(examples, example), 'utf8');
    const used = typeof house === 'object' ? exampleHouse({ houseSays: house }) : (house ?? 'abab');
    const channels = { linkedin: {}, x: {} };
    const about = { path: example, house: used, rule: id, sourceText: text, translationOf: text, channels };
    found.push(...(await findings(from === '' ? to : text.replace(from, () => to), about, lineOf)));
  }
  return found;
}

/** Returns the messages of the small notes, whatever their rule. */
export async function entriesOfSmallNotes(): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const { text, path } of SMALL_NOTES) found.push(...(await findings(text, { path, house: 'abab' }, excerpt)));
  return found;
}

interface About {
  readonly path?: string | undefined;
  readonly house: House | string;
  readonly rule?: string;
  readonly sourceText?: string | undefined;
  readonly translationOf?: string | undefined;
  readonly channels?: Channels | undefined;
}

async function findings(
  text: string,
  { path, house, rule, sourceText, translationOf, channels }: About,
  exampleOf: (text: string, start: number, end: number) => string,
): Promise<Entry[]> {
  const options = {
    house,
    now: NOW,
    ...(path === undefined ? {} : { path }),
    ...(rule === undefined ? {} : { rules: [rule] }),
    ...(sourceText === undefined ? {} : { sourceText }),
    ...(translationOf === undefined ? {} : { translationOf }),
    ...(channels === undefined ? {} : { channels }),
  };
  const { findings: found } = await check(text, options);
  return found
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ rule: id, severity, message, advice, span, source }) => ({
      rule: id,
      severity,
      message,
      advice,
      example: exampleOf(source.text, span.start, span.end),
    }));
}

/** Returns the lines of a span with a line before and after it. */
function excerpt(text: string, start: number, end: number): string {
  const lines = text.split('\n');
  const at = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  return lines
    .slice(Math.max(0, at(start) - 1), Math.min(at(end) + 2, at(start) + 6))
    .join('\n')
    .trimEnd();
}

const LONGEST = 90;

/** Returns the first line of a span, cut around it. */
function lineOf(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, (text.indexOf('\n', start) + text.length + 1) % (text.length + 1));
  if (line.length <= LONGEST) return line;
  const at = Math.max(0, Math.min(start - from - 30, line.length - LONGEST));
  const cut = line.slice(at, Math.max(at + LONGEST, end - from > LONGEST * 2 ? 0 : end - from));
  return `${at > 0 ? '…' : ''}${cut}${at + cut.length < line.length ? '…' : ''}`;
}
