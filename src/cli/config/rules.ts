import { type HouseContext, resolveHouse } from '../../house/resolve.ts';
import { RULES, type Rule } from '../../lint/rules/index.ts';
import { rulesById } from '../../lint/run-rules.ts';
import { didYouMean } from '../../model/nearest.ts';
import type { CheckRequest } from '../check.ts';
import { UsageError } from '../exit.ts';
import type { Input } from '../files/inputs.ts';
import { nameOf } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import type { ConfigResolver } from './config-resolver.ts';

/**
 * The desks of all notes. A configuration or a house with faults is reported, and there are none: it would be too late to
 * find that when half of the notes are put right.
 */
export async function withConfiguration(
  { stdinFilepath }: CheckRequest,
  inputs: readonly Input[],
  configResolver: ConfigResolver,
  console: Console,
): Promise<ReadonlySet<HouseContext> | undefined> {
  const folders = new Map<string, string>();
  for (const input of inputs) {
    const name = nameOf(input, stdinFilepath);
    folders.set(name.replace(/[^/]*$/, ''), name);
  }
  const desks = new Set<HouseContext>();
  let isWhole = true;
  for (const name of folders.values()) {
    try {
      desks.add(resolveHouse((await configResolver.of(name)).house));
    } catch (error) {
      isWhole = false;
      await console.problem(error);
    }
  }
  return isWhole ? desks : undefined;
}

/**
 * The rules by which any of the notes may be checked.
 * @throws {UsageError} for a name that none of them has.
 */
export function rulesFor(
  { rules: names = [] }: CheckRequest,
  desks: Iterable<HouseContext>,
): ReadonlyMap<string, Rule> {
  const found = new Map(RULES.map((rule) => [rule.id, rule]));
  for (const houseContext of desks) for (const [id, rule] of rulesById(houseContext)) found.set(id, rule);
  const unknown = names.find((name) => !found.has(name));
  if (unknown === undefined) return found;
  const advice = didYouMean(unknown, [...found.keys()], 'copydesk explain lists them.');
  throw new UsageError(`no rule is called ${unknown}`, advice);
}
