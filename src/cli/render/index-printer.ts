import { houseInLanguage, primary, resolveHouse } from '../../house/resolve.ts';
import type { House } from '../../model/house.ts';
import { writeIndex } from '../../write/index-page/write.ts';
import type { ConfigResolver } from '../config/config-resolver.ts';
import type { RenderRequest } from '../requests.ts';
import type { ListedItem } from './feed-writer.ts';

/**
 * The index page of a run, in the house of most stories. Its language is that of the stories if they have the same.
 * @throws {TemplateError} if the template of the house fails.
 */
export async function printIndex(
  listed: readonly ListedItem[],
  { feeds, fragment, outDir }: Pick<RenderRequest, 'feeds' | 'fragment' | 'outDir'>,
  configResolver: ConfigResolver,
): Promise<string> {
  const project = await mostFrequentHouse(listed, configResolver);
  const languages = new Set(listed.map(({ item }) => item.lang));
  const [lang = project.lang] = languages.size === 1 ? languages : [project.lang];
  const house = houseInLanguage(primary(lang), resolveHouse(project));
  const named = outDir === undefined ? [] : feeds.flatMap(({ file, type }) => (type ? [{ url: file, type }] : []));
  const items = listed.map(({ item }) => item);
  return writeIndex(items, house, lang, { fragment, feeds: named });
}

/** Of several, the first by name. */
async function mostFrequentHouse(listed: readonly ListedItem[], configResolver: ConfigResolver): Promise<House> {
  const counts = new Map<House, number>();
  for (const { note } of listed) {
    const { house } = await configResolver.of(note);
    counts.set(house, (counts.get(house) ?? 0) + 1);
  }
  const ranked = [...counts].sort(
    ([one, count], [other, many]) => many - count || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );
  const [first] = ranked;
  if (!first) throw new Error('an index without stories');
  return first[0];
}
