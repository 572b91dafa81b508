import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { House, Template } from '../model/house.ts';
import { didYouMean } from '../model/nearest.ts';
import { BUILT_IN_HOUSES, builtInHouse, createHouse, extendHouse, type HouseData, readHouse } from '../read/house.ts';
import { createSource, type Source, span } from '../text/index.ts';
import { Invalid, UsageError } from './exit.ts';
import { readTextFile } from './files/text.ts';
import { shownPath } from './source.ts';
import { folderTemplates } from './templates.ts';

/** Where a house is named: on the command line, or under a key of a file. */
export interface Mention {
  readonly source: Source;
  readonly key: 'house' | 'extends';
}

/** A house as data, with all that it extends. */
interface Whole {
  readonly name: string;
  readonly data: HouseData;
  readonly templates: ReadonlyMap<string, Template>;
}

/**
 * A house that comes with copydesk, or a folder with a `house.yaml`; a relative one is relative to `folder`.
 * @throws {UsageError} for one that does not exist, or {Invalid} with the place where a file names it; {FileError}.
 */
export async function loadHouse(name: string, folder: string, mention?: Mention): Promise<House> {
  const whole = await findHouse(name, folder, [], mention);
  return createHouse(whole.name, whole.data, whole.templates).house;
}

/**
 * A house that a configuration changes in place.
 * @throws as `loadHouse`.
 */
export async function loadInlineHouse(data: HouseData, folder: string, source: Source): Promise<House> {
  const whole = await extended('configured', data, folder, source, []);
  return createHouse(whole.name, whole.data, whole.templates).house;
}

async function findHouse(name: string, folder: string, chain: readonly string[], mention?: Mention): Promise<Whole> {
  const shipped = builtInHouse(name);
  if (shipped) return { name, ...shipped };
  const path = resolve(folder, name);
  const file = join(path, 'house.yaml');
  if (chain.includes(path)) {
    const loop = [...chain.slice(chain.indexOf(path)), path].map((one) => basename(one)).join(' → ');
    throw fault(`the house ${basename(path)} extends itself: ${loop}`, 'Change extends:.', name, mention);
  }
  if (!existsSync(file)) {
    if (existsSync(path)) {
      throw fault(`the folder ${name} has no house.yaml`, 'A house is a folder with a house.yaml.', name, mention);
    }
    const advice = didYouMean(name, BUILT_IN_HOUSES, `There are ${BUILT_IN_HOUSES.join(', ')}, or name a folder.`);
    throw fault(`no house is called ${name}`, advice, name, mention);
  }
  const source = createSource(shownPath(file), readTextFile(file));
  const { data, diagnostics } = readHouse(source);
  if (!data) throw new Invalid(diagnostics);
  const whole = await extended(shownPath(path), data, path, source, [...chain, path]);
  return { ...whole, templates: new Map([...whole.templates, ...(await folderTemplates(path, whole.templates))]) };
}

/** Data over what it extends: `abab`, where it does not say. */
async function extended(
  name: string,
  given: HouseData,
  folder: string,
  source: Source,
  chain: readonly string[],
): Promise<Whole> {
  const { extends: base = 'abab', ...own } = given;
  const under = await findHouse(base, folder, chain, { source, key: 'extends' });
  const data = extendHouse(under.data, own);
  const { diagnostics } = createHouse(name, data, under.templates, source);
  if (diagnostics.length > 0) throw new Invalid(diagnostics);
  return { name, data, templates: under.templates };
}

function fault(message: string, advice: string, name: string, mention: Mention | undefined): Invalid | UsageError {
  if (!mention) return new UsageError(message, advice);
  const { source, key } = mention;
  const at = Math.max(0, source.text.indexOf(name, Math.max(0, source.text.indexOf(`${key}:`))));
  return new Invalid([
    { rule: 'unknown-house', severity: 'fatal', source, span: span(at, at + name.length), message, advice },
  ]);
}
