import { COMMANDS } from '../../../src/cli/commands.ts';
import { CONFIGURATION_SCHEMA } from '../../../src/cli/config/config-resolver.ts';
import { HOOKS } from '../../../src/cli/init/files.ts';
import { OUTPUT_NAMES } from '../../../src/cli/render/output-names.ts';
import { REPORTERS } from '../../../src/cli/reporters/index.ts';
import { BUILT_IN_HOUSES } from '../../../src/house/create.ts';
import type { Schema } from '../../../src/house/schema-types.ts';
import { RULES } from '../../../src/lint/rules/index.ts';
import { INSIGHT_AUTHORS, keyNames, STATUSES } from '../../../src/model/keys.ts';

/* What may stay English in a translation: names, values, code, options, paths, and what is quoted. */

/** The keys and the values of a schema. */
function namesIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => (typeof one === 'string' ? [one] : namesIn(one)));
  if (typeof schema !== 'object' || schema === null || schema instanceof RegExp) return [];
  return Object.entries(schema as Schema).flatMap(([key, value]) =>
    key === 'about' || key === 'what' ? [] : [key, ...namesIn(value)],
  );
}

/** Fields of records, functions of templates, and names of programs, languages and protocols. */
const OTHERS =
  `all alt at briefing by caption copy copydesk credit each end en font-size git gofmt hash http https husky if img json leave lf link crlf mailto make markdownlint million billion no-hype
  lookup of part pbpaste pre-commit serif sans-serif shell bash zsh fish powershell han slug true false unless with zh`.split(
    /\s+/,
  );

const NAMES: ReadonlySet<string> = new Set([
  ...keyNames(),
  ...Object.keys(COMMANDS),
  ...namesIn(CONFIGURATION_SCHEMA),
  ...OUTPUT_NAMES,
  ...REPORTERS.map(({ name }) => name),
  ...BUILT_IN_HOUSES,
  ...Object.keys(HOOKS),
  ...RULES.map(({ id }) => id),
  ...STATUSES,
  ...INSIGHT_AUTHORS,
  ...OTHERS,
]);

/** Code, options, paths, URLs, names with capitals, and what is in quotation marks. */
const QUOTED =
  /`[^`]*`|“[^”]*”|'[^']*'|"[^"]*"|\*\*|\*[^*]+\*|<[^>]*>|\[[^\]]*\]|\{[^}]*\}|https?:\S*|--[\w-]+|[\w./~-]*[./_][\w./*-]+|\b[\w-]*[A-Z][\w-]*/g;

/** Returns the English words of a translation that are no names. */
export function englishIn(translation: string): readonly string[] {
  const words = translation.replace(QUOTED, ' ').match(/[a-z][a-z'-]+/g) ?? [];
  return words.filter((word) => !NAMES.has(word));
}
