import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { House, Template } from '../model/house.ts';
import { builtInHouse, createHouse, extendHouse, type HouseData, readHouse } from '../read/house.ts';
import { createSource, type Source } from '../text/index.ts';
import { Invalid, UsageError } from './exit.ts';
import { readTextFile } from './files/text.ts';
import { shownPath } from './source.ts';
import { folderTemplates } from './templates.ts';

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
    throw new UsageError(
      `the house ${basename(path)} extends itself: ${loop}`,
      `Change extends: in ${shownPath(file)}.`,
    );
  }
  if (!existsSync(file))
    throw new UsageError(`there is no house ${name}: ${shownPath(file)} is missing`, 'Check extends:.');
  const source = createSource(shownPath(file), readTextFile(file));
  const { data, diagnostics } = readHouse(source);
  if (!data) throw new Invalid(diagnostics);
  const { extends: base = 'abab', ...own } = data;
  const under = await resolveHouse(base, path, [...chain, path]);
  const merged = extendHouse(under.data, own);
  const checked = createHouse(path, merged, under.templates, source);
  if (checked.diagnostics.length > 0) throw new Invalid(checked.diagnostics);
  return { data: merged, templates: new Map([...under.templates, ...(await folderTemplates(path, under.templates))]) };
}
