import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { House, Template } from '../model/house.ts';
import { builtInHouse, createHouse, extendHouse, type HouseData, readHouse } from '../read/house.ts';
import { createSource, type Source, span } from '../text/index.ts';
import { Invalid, UsageError } from './exit.ts';
import { readTextFile } from './files/text.ts';

interface Given {
  readonly name: string;
  readonly data: HouseData;
  /** What a relative `extends` is relative to. */
  readonly folder: string;
  readonly source?: Source;
}

interface Whole {
  readonly data: HouseData;
  readonly templates: ReadonlyMap<string, Template>;
}

/**
 * A House from what a file says of it, over all that it extends (`abab`, where it does not say).
 * @throws {UsageError} for a house that does not exist or extends itself, {Invalid} for a file with faults, {FileError}.
 */
export async function loadHouse({ name, data, folder, source }: Given): Promise<House> {
  const { extends: base = 'abab', ...own } = data;
  const under = await resolveHouse(base, folder, []);
  const alone = Object.keys(own).length === 0;
  const { house, diagnostics } = createHouse(
    name,
    alone ? under.data : extendHouse(under.data, own),
    under.templates,
    source,
  );
  if (diagnostics.length > 0) throw new Invalid(diagnostics);
  return house;
}

async function resolveHouse(name: string, folder: string, chain: readonly string[]): Promise<Whole> {
  const path = resolve(folder, name);
  const file = join(path, 'house.yaml');
  if (!existsSync(file) || chain.length === 0) {
    const shipped = builtInHouse(name);
    if (shipped) return shipped;
  }
  if (chain.includes(path)) {
    const loop = [...chain, path].map((one) => basename(one)).join(' → ');
    throw new UsageError(`the house ${basename(path)} extends itself: ${loop}`, `Change extends: in ${file}.`);
  }
  if (!existsSync(file)) throw new UsageError(`there is no house ${name}: ${file} is missing`, 'Check extends:.');
  const source = createSource(file, readTextFile(file));
  const { data, diagnostics } = readHouse(source);
  if (!data) throw new Invalid(diagnostics);
  const { extends: base = 'abab', ...own } = data;
  const under = await resolveHouse(base, path, [...chain, path]);
  const merged = extendHouse(under.data, own);
  const checked = createHouse(path, merged, under.templates, source);
  if (checked.diagnostics.length > 0) throw new Invalid(checked.diagnostics);
  return { data: merged, templates: new Map([...under.templates, ...(await folderTemplates(path))]) };
}

/** The templates of a folder, compiled. One without a format in its name (`byline.hbs`) is a partial of every format. */
async function folderTemplates(folder: string): Promise<Map<string, Template>> {
  const found = new Map<string, Template>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.hbs')) continue;
    for (const name of namesOf(file)) found.set(name, await compileFile(join(folder, file), name));
  }
  return found;
}

const FORMATS = ['md', 'html', 'txt'] as const;

function namesOf(file: string): readonly string[] {
  const stem = file.slice(0, -'.hbs'.length);
  return FORMATS.some((format) => stem.endsWith(`.${format}`))
    ? [file]
    : FORMATS.map((format) => `${stem}.${format}.hbs`);
}

async function compileFile(path: string, name: string): Promise<Template> {
  const [{ compileTemplate }, { TEMPLATE_NAMES }] = await Promise.all([
    import('../write/compile.ts'),
    import('../write/context.ts'),
  ]);
  const text = readTextFile(path);
  const compiled = compileTemplate(name, path, text, TEMPLATE_NAMES);
  if ('template' in compiled) return compiled.template;
  const source = createSource(path, text);
  const { message, advice, line, column } = compiled.problem;
  const at = offsetOf(source.text, line, column);
  const more = advice === undefined ? {} : { advice };
  throw new Invalid([
    { rule: 'invalid-template', severity: 'fatal', source, span: span(at, at + 1), message, ...more },
  ]);
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed++) at = text.indexOf('\n', at) + 1;
  return Math.min(at + column - 1, text.length);
}

/** A house whose template of one format is a file, with the partials beside it. `format` is `md`, `html` or `txt`. */
export async function withTemplate(house: House, path: string, format: string): Promise<House> {
  const own = await compileFile(path, `post.${format}.hbs`);
  const beside = await besides(path);
  return { ...house, templates: new Map([...house.templates, ...beside, [`post.${format}.hbs`, own]]) };
}

async function besides(path: string): Promise<Map<string, Template>> {
  const found = new Map<string, Template>();
  for (const file of readdirSync(dirname(path)).sort()) {
    if (!file.endsWith('.hbs') || file === basename(path) || file.startsWith('post.')) continue;
    for (const name of namesOf(file)) found.set(name, await compileFile(join(dirname(path), file), name));
  }
  return found;
}
