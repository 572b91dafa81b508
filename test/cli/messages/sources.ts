import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vitest/node';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { isSilent, SILENT_FILES, SILENT_KEYS } from './silent.ts';

/* What the sources say to a person, read from their syntax trees. */

const src = resolve(import.meta.dirname, '../../../src');

/** A text in the source that the program may print, with `{0}` for each expression. */
export interface SourceText {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Returns the sentences of all sources, and the phrases that are parts of one, and the reasons that the built-in houses give. */
export function sourceTexts(): readonly SourceText[] {
  return [
    ...literals()
      .filter(({ file }) => !isSilentFile(file))
      .flatMap(({ text, ...place }) =>
        sentencesIn(text)
          .filter((sentence) => !isSilent(place.file, sentence))
          .map((sentence) => ({ text: sentence, ...place })),
      ),
    ...reasons(),
  ];
}

const houses = resolve(import.meta.dirname, '../../../templates');

function reasons(): readonly SourceText[] {
  return readdirSync(houses).flatMap((name) => {
    const file = join(houses, name, 'house.yaml');
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const text = /\bbecause: (.*?) \}/.exec(line)?.[1];
        return text === undefined ? [] : [{ text, file: `../templates/${name}/house.yaml`, line: at + 1 }];
      });
  });
}

/** Returns every text in the sources and each of their words, to find out whether a word is still used. */
export function sourceWords(): ReadonlySet<string> {
  return new Set(
    literals().flatMap(({ text }) => [text, ...text.split(/[^\p{L}\p{N}-]+/u).map((word) => word.replace(/^-+/, ''))]),
  );
}

/** Returns the texts that `count`, `some` and the summary make: `{0} notes`, `{0} unchanged`, `{0} notes checked`. */
export function countedTexts(): readonly string[] {
  const texts = new Set<string>();
  for (const file of sourceFiles().filter((name) => !isSilentFile(name)))
    visitAll(parseAst(readFileSync(join(src, file), 'utf8'), { lang: 'ts' }) as unknown as Node, (node) => {
      if (node.type !== 'CallExpression' || !isNode(node.callee)) return;
      const [first, second] = nodesIn(node.arguments);
      const name = nameOf(node.callee) || nameOf(node.callee.property);
      const counted = name === 'say' ? first : second;
      for (const text of counted ? literalTexts(counted) : []) {
        if (name === 'some') texts.add(`{0} ${text}`);
        if (name === 'count') texts.add(`{0} ${text}`).add(`{0} ${text}s`);
        if (name === 'say' && text !== '') texts.add(`{0} note${text}`).add(`{0} notes${text}`);
      }
    });
  return [...texts];
}

function literalTexts(node: Node): readonly string[] {
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].filter(isNode).flatMap(literalTexts);
  return node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}

function visitAll(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) for (const child of nodesIn(value)) visitAll(child, see);
}

const COMMAND = new RegExp(`^(?:copydesk (?:help|${Object.keys(COMMANDS).join('|')})|pandoc)(?: |$)`);

/** The lines and columns of a text that are sentences, or parts of one. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => (text.includes('\n') ? line.trim().split(/ {2,}/) : [line]))
    .map((part) => part.trim())
    .filter((part) => isSentence(part) && !(text.includes('\n') && COMMAND.test(part)));
}

/** At least two words, one of them English, and no code. */
function isSentence(text: string): boolean {
  const words = text.replace(/'[^']*'|`[^`]*`/g, "''");
  if (/=>|\\[a-z]|^[a-z-]+: /.test(words.replace(/^(?:card|email|wechat|warning): /, ''))) return false;
  // A replacement of `replace`.
  if (/'\$\d'/.test(text)) return false;
  return /(?:^|[\s(])[A-Za-z][a-z]+[,.:;?]?(?:$|\s)/.test(words) && /\S\s+\S/.test(words);
}

let found: readonly SourceText[] | undefined;

function literals(): readonly SourceText[] {
  found ??= sourceFiles().flatMap(literalsOf);
  return found;
}

function isSilentFile(name: string): boolean {
  return Object.keys(SILENT_FILES).some((prefix) => name.startsWith(prefix));
}

function sourceFiles(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
}

function literalsOf(file: string): readonly SourceText[] {
  const code = readFileSync(join(src, file), 'utf8');
  const texts: SourceText[] = [];
  visit(parseAst(code, { lang: 'ts' }) as unknown as Node, (node, text) =>
    texts.push({ text, file, line: code.slice(0, node.start).split('\n').length }),
  );
  return texts;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : [];
}

/** Calls `say` with the texts below a node. */
function visit(node: Node, say: (node: Node, text: string) => void): void {
  if (isUnseen(node)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') say(node, node.value);
  if (node.type === 'TemplateLiteral') for (const text of textsOf(node)) say(node, numbered(text));
  for (const [key, value] of Object.entries(node)) {
    if (key === 'key' && node.type === 'Property' && node.computed === false) continue;
    for (const child of nodesIn(value)) {
      // The texts of a choice are part of the sentence.
      if (!(node.type === 'TemplateLiteral' && choices(child))) visit(child, say);
    }
  }
}

/** An expression in a text, until all are numbered. */
const EXPRESSION = '\u0000';

function numbered(text: string): string {
  let at = 0;
  return text.replaceAll(EXPRESSION, () => `{${at++}}`);
}

/** The texts that a literal can be. */
function textsOf(node: Node): readonly string[] {
  if (node.type === 'Literal') return [String(node.value)];
  const expressions = nodesIn(node.expressions).map((one) => choices(one) ?? [EXPRESSION]);
  return nodesIn(node.quasis)
    .map(({ value }) => (value as { cooked: string }).cooked)
    .reduce<string[]>(
      (texts, part, at) =>
        at === 0 ? [part] : texts.flatMap((text) => (expressions[at - 1] ?? []).map((one) => text + one + part)),
      [],
    );
}

/** The two texts of `isOne ? 'is one' : 'are several'`. Endings such as the s of a plural are left out. */
function choices(node: Node): readonly string[] | undefined {
  if (node.type !== 'ConditionalExpression') return undefined;
  const both = [node.consequent, node.alternate].filter(isNode);
  if (both.some(({ type }) => type !== 'Literal' && type !== 'TemplateLiteral')) return undefined;
  const texts = both.flatMap(textsOf);
  return texts.some((text) => text.includes(' ')) ? texts : undefined;
}

/** Errors that only a programmer sees, types, and values that are no text. */
const UNSEEN = ['Error', 'RangeError', 'TypeError', 'RegExp', 'Set'];

function isUnseen(node: Node): boolean {
  if (/^(?:Import|ExportAll)/.test(node.type) || node.type === 'TaggedTemplateExpression') return true;
  if (/^TS/.test(node.type)) return !/^TS(?:As|Satisfies|NonNull)Expression$/.test(node.type);
  if (node.type === 'NewExpression') return UNSEEN.includes(nameOf(node.callee));
  if (node.type === 'Property') return SILENT_KEYS.includes(nameOf(node.key));
  return false;
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.name === 'string' ? node.name : '';
}
