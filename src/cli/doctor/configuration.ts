import { dirname, join } from 'node:path';
import type { ValuePositions } from '../../house/positions.ts';
import type { Plain } from '../../house/read.ts';
import { positionAt } from '../../text/index.ts';
import { CONFIGURATION_SCHEMA, type HouseChoice, type ProjectConfig } from '../config/config-resolver.ts';
import { DICTIONARY } from '../config/dictionary.ts';
import { type HouseLayer, originsOf } from '../config/house.ts';
import { textOf } from '../config/templates.ts';
import { isThere } from '../files/paths.ts';
import { shownPath } from '../run/read-note.ts';
import type { ConfigurationReport, HouseReport, Origin, Setting } from './report.ts';

/** The resolved configuration of a project, with where each value comes from. */
export function describeConfiguration(project: ProjectConfig, choice: HouseChoice): ConfigurationReport {
  const { file } = project;
  return {
    path: file ? shownPath(file.path) : null,
    why: reasonOf(project, choice),
    settings: settingsOf(project, choice),
    dictionary: dictionaryOf(project),
    house: houseOf(project, choice),
  };
}

function reasonOf({ file }: ProjectConfig, { house, config }: HouseChoice): string {
  if (file) return config === undefined ? 'the nearest above the notes' : '--config';
  return house === undefined ? 'there is no copydesk.yaml above the notes' : '--house';
}

/** The place of a value in a file, or of its key. */
export function originIn(positions: ValuePositions, ...path: readonly (string | number)[]): Origin {
  const { source } = positions;
  return { kind: 'file', path: source.path, line: positionAt(source, positions.ofKey(...path).start).line };
}

/** Where the house of a project is named. */
export function houseOrigin({ file }: ProjectConfig, { house }: HouseChoice): Origin {
  if (house !== undefined) return { kind: 'option', name: '--house' };
  return file?.positions.has('house') ? originIn(file.positions, 'house') : { kind: 'default' };
}

/** The keys of the configuration file, whether it sets them or not. */
function settingsOf(project: ProjectConfig, choice: HouseChoice): readonly Setting[] {
  const { file, house } = project;
  const schema = CONFIGURATION_SCHEMA;
  const keys = schema.kind === 'record' ? Object.entries(schema.keys) : [];
  return keys.map(([name, { about = '' }]) => {
    if (name === 'house') return { name, value: house.name, origin: houseOrigin(project, choice) };
    const value = file?.settings[name];
    if (file && value !== undefined) return { name, value, origin: originIn(file.positions, name) };
    // The schema describes each default.
    const meaning = /Default: (.*?)\.?$/.exec(about)?.[1] ?? 'not set';
    return { name, value: null, meaning, origin: { kind: 'default' } };
  });
}

function dictionaryOf({ file, dictionary }: ProjectConfig): ConfigurationReport['dictionary'] {
  const path = file && join(dirname(file.path), DICTIONARY);
  return path !== undefined && isThere(path) ? { path: shownPath(path), words: dictionary.length } : null;
}

function houseOf(project: ProjectConfig, choice: HouseChoice): HouseReport {
  const { house } = project;
  const { data = {}, layers = [] } = originsOf(house) ?? {};
  const templates = [...house.templates.values()].filter((template) => textOf(template) !== undefined);
  return {
    name: house.name,
    origin: houseOrigin(project, choice),
    settings: [...extensionOf(layers), ...leavesOf(data as { readonly [key: string]: Plain }, layers)],
    templates: [...new Set(templates.map(({ name }) => name))],
  };
}

/** The houses that a house extends, and where it says so. */
function extensionOf([first, ...bases]: readonly HouseLayer[]): readonly Setting[] {
  if (!first || bases.length === 0) return [];
  const origin = layerOrigin(['extends'], [first]);
  return [{ name: 'extends', value: bases.map(({ name }) => name), origin }];
}

/** The values of a house, without the mappings that they are in. */
function leavesOf(
  data: { readonly [key: string]: Plain },
  layers: readonly HouseLayer[],
  above: readonly string[] = [],
): readonly Setting[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const path = [...above, key];
    if (path.length === 1 && key === 'extends') return [];
    if (isMapping(value)) return leavesOf(value, layers, path);
    return [{ name: path.join('.'), value, origin: layerOrigin(path, layers) }];
  });
}

function isMapping(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The first layer that sets a value. Of built-in houses, the first is named: it has the values of those that it extends. */
function layerOrigin(path: readonly string[], layers: readonly HouseLayer[]): Origin {
  for (const { name, positions } of layers) {
    if (!positions) return { kind: 'house', name };
    if (positions.has(...path)) return originIn(positions, ...path);
  }
  return { kind: 'default' };
}
