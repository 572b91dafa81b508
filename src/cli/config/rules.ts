import { type HouseContext, resolveHouse } from '../../house/resolve.ts';
import type { Rule } from '../../lint/rules/index.ts';
import { didYouMean } from '../../model/nearest.ts';
import { UsageError } from '../exit.ts';
import type { Input } from '../files/inputs.ts';
import type { CheckRequest } from '../requests.ts';
import { nameOf } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import type { ConfigResolver } from './config-resolver.ts';

/**
 * Loads the houses of all notes, before any note is fixed. Undefined if a configuration or a house has errors, which are
 * reported.
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
  const houses = new Set<HouseContext>();
  let isWhole = true;
  for (const name of folders.values()) {
    try {
      houses.add(resolveHouse((await configResolver.of(name)).house));
    } catch (error) {
      isWhole = false;
      await console.problem(error);
    }
  }
  return isWhole ? houses : undefined;
}

/** The rules of all houses, by ID. Loads them, which a run whose notes are all known need not do. */
export async function rulesFor(houses: Iterable<HouseContext>): Promise<ReadonlyMap<string, Rule>> {
  const { RULES } = await import('../../lint/rules/index.ts');
  const { rulesById } = await import('../../lint/run-rules.ts');
  const found = new Map(RULES.map((rule) => [rule.id, rule]));
  for (const houseContext of houses) for (const [id, rule] of rulesById(houseContext)) found.set(id, rule);
  return found;
}

/** @throws {UsageError} if `--rule` names an unknown rule. */
export async function refuseUnknownRule(
  { rules: names = [] }: CheckRequest,
  houses: Iterable<HouseContext>,
): Promise<void> {
  if (names.length === 0) return;
  const found = await rulesFor(houses);
  const unknown = names.find((name) => !found.has(name));
  if (unknown === undefined) return;
  const advice = didYouMean(unknown, [...found.keys()], 'Run `copydesk explain` to list the rules.');
  throw new UsageError(`unknown rule '${unknown}'`, advice);
}
