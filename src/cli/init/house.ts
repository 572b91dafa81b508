import { basename, resolve } from 'node:path';
import { BUILT_IN_HOUSES, builtInHouse } from '../../house/create.ts';
import { UsageError } from '../exit.ts';

/** The path of the house's schema in a project that has installed copydesk. */
export const HOUSE_SCHEMA_FILE = 'node_modules/copydesk/docs/house.schema.json';

/** The folder of a new house. @throws {UsageError} for a name that `house:` would not find. */
export function houseFolder(name: string): string {
  if (BUILT_IN_HOUSES.includes(name))
    throw new UsageError(`the house '${name}' comes with copydesk`, 'Give your house another name.');
  if (resolve(name) === resolve('.')) throw new UsageError(`'${name}' is the current folder`, 'Name a folder in it.');
  return name.replace(/[\\/]+$/, '');
}

/** What most newsrooms change in a house. */
interface Shown {
  readonly labels: { readonly source: string; readonly insight: string; readonly laws: string };
  readonly order: readonly string[];
  readonly required: readonly string[];
  readonly counts: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  readonly typography: Readonly<Record<string, string>>;
  readonly usage: Readonly<Record<string, string>>;
  readonly slug: string;
}

/**
 * A house that starts from a built-in one. What most newsrooms change is there with the values of that house, commented out.
 * @param schema the path of the schema from the folder of the house, if it is installed.
 */
export function houseText(folder: string, base: string, schema: string | undefined): string {
  const data = builtInHouse(base)?.data as unknown as Shown;
  const { labels, order, required, counts, typography, usage, slug } = data;
  const table = (values: Readonly<Record<string, unknown>>): string =>
    Object.entries(values)
      .map(([key, value]) => `#   ${key}: ${typeof value === 'string' ? value : flow(value)}\n`)
      .join('');
  return `${schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`}# The house ${basename(folder)}. It inherits everything that you do not set from the house ${base}. To change a key, remove the '# ' before it.
# See docs/houses.md of copydesk for every key.
extends: ${base}

# The publisher, for pages, feeds and search engines.
publisher:
  name: ${JSON.stringify(titleOf(folder))}
  # url: https://news.example.com

# The house that prints notes in another language.
# translations:
#   zh: abab-zh

# The labels before the source, and above the insight and the laws.
# labels:
#   source: ${JSON.stringify(labels.source)}
#   insight: ${JSON.stringify(labels.insight)}
#   laws: ${JSON.stringify(labels.laws)}

# The parts of a post, from top to bottom.
# order: [${order.join(', ')}]

# The parts that a note must have.
# required: [${required.join(', ')}]

# An additional section. Also add its id to order.
# sections:
#   - { id: watch, heading: What to Watch, label: What to Watch }

# The length of each part. copydesk check warns if a part is shorter or longer.
# counts:
${table(counts)}
# How posts print quotation marks, dashes and other characters.
# typography:
${table(typography)}
# Choices on which stylebooks differ. copydesk check applies them.
# usage:
${table(usage)}
# Words that copydesk check accepts, and words to avoid.
# words:
#   known: [Skarnhaven]
#   avoid:
#     - { words: [world-class], because: it praises without stating a fact }

# The severity of a rule: error, warning, information or off. copydesk explain lists the rules.
# severities:
#   quote-marks: off

# How copydesk new names files: keep, or latin for Chinese and other scripts in Latin letters.
# slug: ${slug}
`;
}

function flow(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('"', '')
    .replace(/[{}]/g, (brace) => (brace === '{' ? '{ ' : ' }'))
    .replace(/[:,]/g, '$& ');
}

/** `morning-briefing` → `Morning Briefing`. */
function titleOf(folder: string): string {
  return basename(folder)
    .split(/[-_\s]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
