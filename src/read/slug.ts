import type { Mapping } from '../model/data.ts';
import type { Source } from '../text/index.ts';
import { readFrontMatter, readYaml } from './front-matter/index.ts';
import { Report } from './report.ts';
import { slug } from './values.ts';

/** Nearly every note without a slug is told by one look. */
const MENTIONED = /^[ \t{,"]*slug"?[ \t]*:|"slug"/m;

/** The slug of a note, by which its post is named; undefined without a valid one. Reads no more than it must. */
export function readSlug(source: Source, structured: boolean): string | undefined {
  if (!MENTIONED.test(structured ? source.text : source.text.slice(0, 65_536))) return undefined;
  const entry = mappingOf(source, structured)?.entries.find(({ name }) => name === 'slug');
  const report = new Report(source);
  const value = entry && slug(entry.value, 'slug', report);
  return report.failed ? undefined : value;
}

function mappingOf(source: Source, structured: boolean): Mapping | undefined {
  if (structured) {
    const yaml = readYaml(source.text, 0, { bytes: source.text.length, keys: 1000 });
    return 'mapping' in yaml ? yaml.mapping : undefined;
  }
  const front = readFrontMatter(source);
  return 'problem' in front ? undefined : front.frontMatter.mapping;
}
