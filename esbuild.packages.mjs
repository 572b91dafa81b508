// Lists the packages that the bundles hold: their licenses, and a software bill of materials.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import validateExpression from 'spdx-expression-parse';
import { SOURCES } from './esbuild.english.mjs';

const root = import.meta.dirname;

/** Whose word lists the list of Chinese words comes from, both under the MIT License. */
const MIT_LISTS = { jieba: '2013 Sun Junyi', 'pinyin-pro': '2021 zh-lx' };

/**
 * The packages in the results of esbuild, and those whose data the program holds, by their names.
 * @returns {{ folder: string, manifest: Record<string, unknown> }[]}
 */
export function bundledPackages(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set([
    ...inputs.flatMap((path) => path.match(/^node_modules\/(?:.+\/node_modules\/)?(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
    ...SOURCES.map((name) => `node_modules/${name}`),
  ]);
  return [...folders].sort().map((folder) => ({ folder, manifest: manifestIn(folder) }));
}

const manifestIn = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/** The licenses of all packages in the bundles, and of word lists. */
export function licenses(packages) {
  const texts = packages.map(({ folder, manifest: { name, version, license, repository } }) => {
    const file = readdirSync(join(root, folder)).find((one) => /^(?:licen[cs]e|copyright)/i.test(one));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : (repository?.url ?? '')}\n`;
  });
  const mit = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const lists = Object.entries(MIT_LISTS).map(
    ([name, holder]) => `word list of ${name} (MIT)\n\n${mit.replace(/(?<=Copyright \(c\) ).*/, holder)}\n`,
  );
  return [...texts, ...lists].join(`\n${'-'.repeat(80)}\n\n`);
}

const { ComponentBuilder } = Contrib.FromNodePackageJson.Builders;
const builder = new ComponentBuilder(
  new Contrib.FromNodePackageJson.Factories.ExternalReferenceFactory(),
  new Contrib.License.Factories.LicenseFactory(validateExpression),
);

/** A package as a component. */
function component(manifest, type) {
  const found = builder.makeComponent(manifest, type);
  found.purl = `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`;
  found.bomRef.value = found.purl;
  return found;
}

/** A word list as a component. Its version is not known. */
function wordList(name, holder) {
  const list = new Models.Component(Enums.ComponentType.Data, `word list of ${name}`, {
    bomRef: `word-list:${name}`,
    copyright: `Copyright (c) ${holder}`,
  });
  list.licenses.add(new Models.SpdxLicense('MIT'));
  return list;
}

/** The Node of an executable. */
export function nodeComponent() {
  const version = process.version.slice(1);
  const found = new Models.Component(Enums.ComponentType.Platform, 'node', {
    bomRef: `pkg:generic/node@${version}`,
    version,
    purl: `pkg:generic/node@${version}`,
    cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:-:*:*:*`,
  });
  found.licenses.add(new Models.SpdxLicense('MIT'));
  return found;
}

/**
 * The software bill of materials as CycloneDX JSON. It has no time and no serial number, so that the same packages give the
 * same bytes.
 * @param more further components.
 */
export function billOfMaterials(packages, more = []) {
  const bom = new Models.Bom();
  const program = component(manifestIn('.'), Enums.ComponentType.Application);
  bom.metadata.component = program;
  const lists = Object.entries(MIT_LISTS).map(([name, holder]) => wordList(name, holder));
  for (const part of [...packages.map(({ manifest }) => component(manifest)), ...lists, ...more]) {
    bom.components.add(part);
    program.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
