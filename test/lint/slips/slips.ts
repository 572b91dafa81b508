import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../src/check.ts';
import { type Diagnostic, locationsOf } from '../../../src/model/diagnostic.ts';
import { exampleNote } from '../example.ts';

/** A sentence with one slip, and the same sentence without it. */
export interface Slip {
  readonly kind: string;
  readonly wrong: Story;
  readonly right: Story;
}

export interface Story {
  readonly headline?: string;
  readonly body: string;
}

/** `{wrong|right}` */
const CHOICE = /\{([^{|}]*)\|([^{|}]*)\}/g;

/** The files, in the order of the tables: written from the list of kinds alone, then from what desks catch. */
export const FILES = [
  'kinds-en',
  'kinds-zh',
  'desks-en',
  'desks-zh',
  'more-en',
  'more-zh',
  'unseen-en',
  'unseen-zh',
] as const;

/** Reads a file of slips: a line `# kind` before its sentences, `{wrong|right}` in each, a headline before ` // `. */
export function slipsIn(name: (typeof FILES)[number]): Slip[] {
  const lines = readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8').split('\n');
  let kind = '';
  return lines.slice(lines.indexOf('')).flatMap((line) => {
    if (line.startsWith('# ')) kind = line.slice(2);
    if (line === '' || line.startsWith('# ')) return [];
    return [{ kind, wrong: storyOf(line.replace(CHOICE, '$1')), right: storyOf(line.replace(CHOICE, '$2')) }];
  });
}

function storyOf(text: string): Story {
  const [first = '', second] = text.split(' // ');
  return second === undefined ? { body: first } : { headline: first, body: second };
}

/** What `check` makes of a slip. */
export interface Measured {
  /** A finding that the right sentence does not have: an error or a warning, or a suggestion. */
  readonly found: 'warning' | 'suggestion' | 'nothing';
  /** The errors and warnings about the right sentence. */
  readonly wrongly: readonly string[];
}

/** Checks both sentences of a slip in a note that is otherwise without findings. */
export async function measure({ kind, wrong, right }: Slip): Promise<Measured> {
  const house = kind.startsWith('zh') ? 'abab-zh' : 'abab';
  const lang = kind === SPELT ? 'en-US' : undefined;
  const [bad, good] = await Promise.all([findings(wrong, house, lang), findings(right, house, lang)]);
  const known = new Map<string, number>();
  for (const finding of good) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + countOf(finding));
  const counts = new Map<string, number>();
  for (const finding of bad) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + countOf(finding));
  const more = bad.filter((finding) => (counts.get(keyOf(finding)) ?? 0) > (known.get(keyOf(finding)) ?? 0));
  const isWarning = ({ severity }: Diagnostic) => severity !== 'information';
  const found = more.some(isWarning) ? 'warning' : more.length > 0 ? 'suggestion' : 'nothing';
  return { found, wrongly: good.filter(isWarning).map(({ rule, message }) => `${rule}: ${message}`) };
}

const keyOf = ({ rule, message }: Diagnostic) => `${rule} ${message}`;
const countOf = (finding: Diagnostic) => locationsOf(finding).length;

/** The layout of the note is not what a slip is about. */
const LAYOUT = new Set(['body-length', 'paragraph-length', 'headline-length', 'not-formatted']);

/** Only a note that says how it is spelt can be spelt otherwise. */
const SPELT = 'American and British spelling';

async function findings({ headline, body }: Story, house: string, lang?: string): Promise<Diagnostic[]> {
  const isChinese = house === 'abab-zh';
  const date = isChinese ? '2026-11-20T09:00:00+08:00' : '2026-11-20T09:00:00Z';
  const front = {
    date,
    ...(headline === undefined ? {} : { headline: JSON.stringify(headline) }),
    ...(lang === undefined ? {} : { lang }),
  };
  const end = isChinese
    ? '实验室主任说：“我们睡觉，实验室不睡。”'
    : 'Its director said, "We sleep, and the lab does not."';
  const { findings: all } = await check(exampleNote({ front, body: `${body}\n\n${end}`, house }), { house });
  return all.filter(({ rule }) => !LAYOUT.has(rule));
}
