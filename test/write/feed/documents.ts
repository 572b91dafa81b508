import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { Article } from '../../../src/model/article.ts';
import type { House } from '../../../src/model/house.ts';
import { FEEDS } from '../../../src/write/feed/index.ts';
import { house } from '../fixtures.ts';
import { feedOf } from './stories.ts';

/** The document of a feed format about stories. */
export async function documentOf(name: string, stories: readonly Article[], of: House = house(), now?: number) {
  const format = FEEDS.find((feed) => feed.name === name);
  if (!format) throw new Error(`no feed ${name}`);
  return (await format.load())(feedOf(stories, of), now);
}

const own = join(import.meta.dirname, 'schemas');
const others = join(import.meta.dirname, '../../../node_modules/sitemap/schema');
const load = (folder: string, fileName: string) => ({
  fileName,
  contents: readFileSync(join(folder, fileName), 'utf8'),
});

/** Both schemas of a news sitemap. */
const SITEMAP = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
<xsd:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="sitemap-news.xsd"/>
</xsd:schema>`;

/** What libxml2 finds wrong with documents: RELAX NG for Atom, XML Schema for a sitemap, and syntax for RSS. */
export async function faultsOf(name: string, documents: readonly string[]): Promise<readonly string[]> {
  const common = {
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    maxMemoryPages: 8192,
  };
  const { errors } = await validateXML(
    name === 'atom'
      ? { ...common, schema: load(own, 'atom.rng'), extension: 'relaxng' }
      : name === 'news-sitemap'
        ? { ...common, schema: SITEMAP, preload: [load(others, 'sitemap.xsd'), load(own, 'sitemap-news.xsd')] }
        : { ...common, normalization: 'c14n' },
  );
  return errors.map(({ rawMessage }) => rawMessage);
}
