import { INSIGHT_AUTHORS, STATUSES } from '../../src/model/article.ts';
import { type KeyType, keyEntries } from '../../src/model/keys.ts';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const VALUES: Readonly<Record<KeyType, string>> = {
  text: 'text',
  slug: '`a` to `z`, `0` to `9`, `-`',
  uri: 'URI',
  url: 'web URL',
  language: 'BCP 47 tag',
  names: 'text, or a list of texts',
  instant: 'date and time',
  embargo: 'date and time with an offset',
  source: 'name, record or list',
  image: 'record',
  status: code(STATUSES),
  approval: 'record',
  corrections: 'list of records',
  'insight-author': code(INSIGHT_AUTHORS),
};

/** The table of front matter keys in `docs/notes.md`. */
export function keyTable(): string {
  const rows = keyEntries().map(
    ([key, { type, aliases, about }]) => `| \`${key}\` | ${code(aliases)} | ${VALUES[type]} | ${about} |`,
  );
  return ['| Key | Aliases | Value | Meaning |', '| --- | --- | --- | --- |', ...rows]
    .join('\n')
    .replaceAll('|  |', '| |');
}
