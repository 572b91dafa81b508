import Handlebars from 'handlebars';
import type { Template } from '../../model/house.ts';
import { compileGuarded } from './guarded.ts';
import { NameCheck, type PartialName } from './name-check.ts';
import { parseFault, type TemplateProblem } from './parse-faults.ts';
import { CONTEXT } from './schema.ts';

export interface Compiled {
  readonly template: Template;
  /** The partials that it names, each with its place: files, or `inlines` of its own or of a template that calls it. */
  readonly partials: readonly PartialName[];
  readonly inlines: ReadonlySet<string>;
}

/**
 * Compiles a template of the user's. It is code: it runs with what the house hands it, strictly. Names are checked here,
 * because Handlebars' own strict mode does not see a misspelt one in `{{#if}}` and `{{#each}}`, and prints a list or an
 * object as if it were text.
 * @param name what the house calls it: one that ends in `.html.hbs` escapes for HTML, no other does.
 * @param path where it is, for messages.
 */
export function compileTemplate(name: string, path: string, text: string): Compiled | { problem: TemplateProblem } {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch {
    return { problem: parseFault(text, canParse) };
  }
  const names = new NameCheck(/^post\.\w+\.hbs$/.test(name) ? CONTEXT : undefined);
  names.accept(program);
  if (names.problem) return { problem: names.problem };
  const options = { noEscape: !name.endsWith('.html.hbs'), strict: true, preventIndent: true };
  const calls = new Map(
    names.partials.toReversed().map(({ name, line, column }) => [name, { line, column: column - 1 }]),
  );
  const template: Template = { kind: 'compiled', name: path, run: compileGuarded(path, program, calls, options) };
  return { template, partials: names.partials, inlines: names.inlines };
}

function canParse(text: string): boolean {
  try {
    Handlebars.parse(text);
    return true;
  } catch {
    return false;
  }
}
