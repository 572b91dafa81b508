import { rulesOf } from '../../check.ts';
import { type Desk, deskOf } from '../../desk.ts';
import { didYouMean } from '../../model/nearest.ts';
import { RULES, type Rule } from '../../rules/index.ts';
import type { Projects } from '../configuration.ts';
import { UsageError } from '../exit.ts';
import type { Input } from '../files/inputs.ts';
import type { Reporter } from '../reporter.ts';
import { nameOf } from '../source.ts';
import type { CheckRequest } from './command.ts';

/**
 * The desks of all notes. A configuration or a house with faults is reported, and there are none: it would be too late to
 * find that when half of the notes are put right.
 */
export async function withConfiguration(
  { stdinFilepath }: CheckRequest,
  inputs: readonly Input[],
  projects: Projects,
  reporter: Reporter,
): Promise<ReadonlySet<Desk> | undefined> {
  const folders = new Map<string, string>();
  for (const input of inputs) {
    const name = nameOf(input, stdinFilepath);
    folders.set(name.replace(/[^/]*$/, ''), name);
  }
  const desks = new Set<Desk>();
  let isWhole = true;
  for (const name of folders.values()) {
    try {
      desks.add(deskOf((await projects.of(name)).house));
    } catch (error) {
      isWhole = false;
      await reporter.problem(error);
    }
  }
  return isWhole ? desks : undefined;
}

/**
 * The rules by which any of the notes may be checked.
 * @throws {UsageError} for a name that none of them has.
 */
export function rulesFor({ rules: names = [] }: CheckRequest, desks: Iterable<Desk>): ReadonlyMap<string, Rule> {
  const found = new Map(RULES.map((rule) => [rule.id, rule]));
  for (const desk of desks) for (const [id, rule] of rulesOf(desk)) found.set(id, rule);
  const unknown = names.find((name) => !found.has(name));
  if (unknown === undefined) return found;
  const advice = didYouMean(unknown, [...found.keys()], 'copydesk explain lists them.');
  throw new UsageError(`no rule is called ${unknown}`, advice);
}
