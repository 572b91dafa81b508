import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { House, Template } from '../../model/house.ts';
import { didYouMean } from '../../model/nearest.ts';
import { createSource, span } from '../../text/index.ts';
import { CARDS } from '../../write/card/formats.ts';
import { FORMATS, templateEnding } from '../../write/index.ts';
import type { Compiled } from '../../write/template/compile.ts';
import { Invalid } from '../exit.ts';
import { noteUse } from '../files/observe.ts';
import { readTextFile } from '../files/read.ts';
import { shownPath } from '../run/read-note.ts';

/**
 * The ending of a template's name that selects its formats: `.md`, `.html`, `.txt`, `.channel`. The longest one counts:
 * `post.email.html.hbs` is no template of HTML pages.
 */
const ENDINGS = [...new Set([...FORMATS, ...CARDS].flatMap((format) => templateEnding(format) ?? []))].sort(
  (one, other) => other.length - one.length,
);

/** The style sheets of a house in plain CSS, and the templates in whose place they are. */
const STYLES: Readonly<Record<string, string>> = {
  'post.css': 'style.html.hbs',
  'index.css': 'index-style.html.hbs',
};

/** The texts of the templates from the user's disk. */
const texts = new WeakMap<Template, string>();

/** The text of a template; undefined for one that is part of copydesk. */
export function textOf(template: Template): string | undefined {
  return texts.get(template);
}

/** A compiled template from the user's disk. */
interface HouseTemplate extends Compiled {
  readonly path: string;
}

/**
 * The compiled templates of a house's folder, by name. A template without a format in its name (`byline.hbs`) is a partial
 * of every format. `post.css` and `index.css` are style sheets without a template.
 * @throws {Invalid} for a template with an error; {FileError}.
 */
export async function folderTemplates(
  folder: string,
  under: ReadonlyMap<string, Template>,
): Promise<Map<string, Template>> {
  const found = new Map<string, HouseTemplate>();
  noteUse(folder);
  for (const file of readdirSync(folder).sort()) {
    const style = Object.hasOwn(STYLES, file) ? STYLES[file] : undefined;
    if (style !== undefined) found.set(style, readStyle(join(folder, file)));
    if (!file.endsWith('.hbs')) continue;
    for (const name of namesOf(file)) found.set(name, await readTemplate(join(folder, file), name));
  }
  const inlines = [...found.values()].flatMap((read) => [...read.inlines]);
  for (const [name, read] of found)
    refuseUnknownPartials(read, endingOf(name), new Map([...under, ...templatesOf(found)]), inlines);
  return templatesOf(found);
}

/**
 * A house with the template of one format replaced by a file. Its partials are files in the same folder, or those of the house.
 * @param ending such as `.md`.
 * @throws {Invalid} for a template with an error; {FileError}.
 */
export async function withTemplate(house: House, path: string, ending: string): Promise<House> {
  const found = new Map<string, HouseTemplate>();
  const queue: [name: string, path: string][] = [[`post${ending}.hbs`, path]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [name, file] = next;
    if (found.has(name)) continue;
    const read = await readTemplate(file, name);
    found.set(name, read);
    for (const partial of read.partials) {
      const beside = [`${partial.name}${ending}.hbs`, `${partial.name}.hbs`]
        .map((one) => join(dirname(path), one))
        .find(existsSync);
      if (beside !== undefined) queue.push([`${partial.name}${ending}.hbs`, beside]);
    }
  }
  const templates = new Map([...house.templates, ...templatesOf(found)]);
  const inlines = [...found.values()].flatMap((read) => [...read.inlines]);
  for (const read of found.values()) refuseUnknownPartials(read, ending, templates, inlines);
  return { ...house, templates };
}

function templatesOf(found: ReadonlyMap<string, HouseTemplate>): Map<string, Template> {
  return new Map([...found].map(([name, { template }]) => [name, template]));
}

function namesOf(file: string): readonly string[] {
  const stem = basename(file, '.hbs');
  return ENDINGS.some((ending) => stem.endsWith(ending)) ? [file] : ENDINGS.map((ending) => `${stem}${ending}.hbs`);
}

/** `post.html.hbs` → `.html`. */
function endingOf(name: string): string {
  return ENDINGS.find((ending) => name.endsWith(`${ending}.hbs`)) ?? '';
}

function refuseUnknownPartials(
  read: HouseTemplate,
  ending: string,
  templates: ReadonlyMap<string, Template>,
  inlines: readonly string[],
): void {
  const files = [...templates.keys()]
    .filter((name) => name.endsWith(`${ending}.hbs`))
    .map((name) => name.slice(0, -`${ending}.hbs`.length));
  for (const { name, line, column } of read.partials) {
    if (files.includes(name) || inlines.includes(name)) continue;
    const advice = didYouMean(name, [...files, ...inlines], `Create ${name}.hbs next to the template.`);
    throw invalid(read.path, readTextFile(read.path), {
      message: `unknown partial '${name}'`,
      advice,
      line,
      column,
    });
  }
}

/** @throws {Invalid} for CSS that would end its element. */
function readStyle(path: string): HouseTemplate {
  const text = readTextFile(path);
  const [before] = text.split(/<\/style/i);
  if (before !== undefined && before.length < text.length) {
    const lines = before.split('\n');
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    const message = "'</style' ends the style sheet in a page";
    throw invalid(path, text, { message, advice: 'Remove it.', ...place });
  }
  const template: Template = { kind: 'compiled', name: shownPath(path), run: () => `${text.trimEnd()}\n` };
  texts.set(template, text);
  return { path, template, partials: [], inlines: new Set() };
}

async function readTemplate(path: string, name: string): Promise<HouseTemplate> {
  const { compileTemplate } = await import('../../write/template/compile.ts');
  const text = readTextFile(path);
  const compiled = compileTemplate(name, shownPath(path), text);
  if ('problem' in compiled) throw invalid(path, text, compiled.problem);
  texts.set(compiled.template, text);
  return { ...compiled, path };
}

function invalid(
  path: string,
  text: string,
  problem: { message: string; advice?: string; line: number; column: number },
): Invalid {
  const source = createSource(shownPath(path), text);
  const { message, advice, line, column } = problem;
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = source.text.indexOf('\n', start) + 1;
  const at = Math.min(start + column - 1, source.text.length);
  const more = advice === undefined ? {} : { advice };
  return new Invalid([
    { rule: 'invalid-template', severity: 'fatal', source, span: span(at, at + 1), message, ...more },
  ]);
}
