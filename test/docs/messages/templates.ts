import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../../../src');
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/;
/** Where a message is written in the source: under its key, or as an argument of what makes a problem. */
const WRITTEN = new RegExp(
  `(?:\\bmessage:|\\bmessage =|\\bMESSAGE =|\\b(?:fault|problem|invalid)\\(|new (?:UsageError|TemplateError)\\(|\\w+Error\\([\\w.]+, '\\w+',)\\s*(${LITERAL.source})`,
  'g',
);

/** Files whose other messages need a fault that a test of this page cannot make, and what that is. */
const RARE: Readonly<Record<string, string>> = {
  'cli/main.ts': 'copydesk has a bug, or starts on a terminal without a command',
  'cli/check/': 'a note on stdin has no file for a baseline',
  'cli/files/error.ts': 'the post of a large note, or the report of a large run, has half a gigabyte',
  'cli/files/': 'the disk, the permissions or another program prevent reading or writing',
  'cli/format/': 'another git command runs at the same time',
  'cli/run/staged-files.ts': 'the name of a staged file is not UTF-8',
  'cli/git/': 'git is not installed, or refuses the repository',
  'cli/render/': 'a file or a link in the output folder is in the way',
  'cli/init/': 'the hook exists and is not executable',
  'cli/preview/browser/': 'the page of the preview shows it, or another program uses the port',
  'read/markdown/lexer/limits.ts': 'the text has many megabytes, or is nested very deeply',
  'write/template/compile.ts': 'blocks of a template are nested more than 100 deep',
  'write/template/': 'a house made with the library lacks a template',
};

/** Returns why a message has no example, or undefined if it must have one. */
export function rareReason({ file }: Template): string | undefined {
  return Object.entries(RARE).find(([prefix]) => file.startsWith(prefix))?.[1];
}

export interface Template {
  readonly file: string;
  readonly text: string;
  /** Matches the messages that the template makes. */
  readonly pattern: RegExp;
}

/** Returns the messages that the source can print, as it writes them. */
export function messageTemplates(): readonly Template[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(WRITTEN)]
        .map(([, literal = '']) => literal.slice(1, -1).replace(/\\(['"`\\])/g, '$1'))
        .filter((text) => text.includes(' '))
        .map((text) => ({ file, text, pattern: patternOf(text) })),
    );
}

function patternOf(text: string): RegExp {
  // A literal inside a literal ends the match early: what is left of it starts with an open `${`.
  const parts = text.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/);
  const fixed = parts
    .map((part) => part.replace(/\$\{.*/, ''))
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fixed.join('.*')}`);
}
