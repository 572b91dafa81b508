import Handlebars from 'handlebars';
import type { Template } from '../model/house.ts';
import { didYouMean } from '../model/nearest.ts';

/** What is wrong with a template of the user's; line and column from 1. */
export interface TemplateProblem {
  readonly message: string;
  readonly advice?: string;
  readonly line: number;
  readonly column: number;
}

export interface Compiled {
  readonly template: Template;
  /** The partials that it names, each with its place: files, or `inlines` of its own or of a template that calls it. */
  readonly partials: readonly PartialName[];
  readonly inlines: ReadonlySet<string>;
}

export interface PartialName {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Compiles a template of the user's. It is code: it runs with what the house hands it, strictly. Names are checked here
 * against `known`, because Handlebars' own strict mode does not see a misspelt one in `{{#if}}` and `{{#each}}`.
 * @param name what the house calls it: one that ends in `.html.hbs` escapes for HTML, no other does.
 * @param path where it is, for messages.
 */
export function compileTemplate(
  name: string,
  path: string,
  text: string,
  known: ReadonlySet<string>,
): Compiled | { problem: TemplateProblem } {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch (error) {
    return { problem: parseProblem(error) };
  }
  const names = new NameCheck(known);
  names.accept(program);
  if (names.problem) return { problem: names.problem };
  const options = { noEscape: !name.endsWith('.html.hbs'), strict: true, preventIndent: true };
  const template: Template = { kind: 'compiled', name: path, run: Handlebars.compile(program, options) };
  return { template, partials: names.partials, inlines: names.inlines };
}

function parseProblem(error: unknown): TemplateProblem {
  const message = error instanceof Error ? error.message : String(error);
  const at = /line (\d+)(?::|, column |:)?(\d+)?|- (\d+):(\d+)$/m.exec(message);
  const expected = /^Expecting .*$/m.exec(message)?.[0];
  return {
    message: `the template cannot be parsed: ${(expected ?? message.split('\n')[0] ?? message).replace(/ - \d+:\d+$/, '')}`,
    line: Number(at?.[1] ?? at?.[3] ?? 1),
    column: Number(at?.[4] ?? 0) + 1,
  };
}

/** Helpers of Handlebars' own, and the words of its syntax. */
const BUILT_IN = new Set(['if', 'unless', 'each', 'with', 'lookup', 'log', 'this', 'else', 'inline']);

/** Goes through a template for names that nothing has, and for the partials that it names and defines. */
class NameCheck extends Handlebars.Visitor {
  problem: TemplateProblem | undefined;
  readonly partials: PartialName[] = [];
  readonly inlines = new Set<string>();
  readonly #known: ReadonlySet<string>;
  readonly #local = new Set<string>();

  constructor(known: ReadonlySet<string>) {
    super();
    this.#known = known;
  }

  override Program(program: hbs.AST.Program): void {
    for (const name of program.blockParams ?? []) this.#local.add(name);
    super.Program(program);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    if (path.data) return;
    for (const part of path.parts) {
      if (this.problem || this.#known.has(part) || this.#local.has(part) || BUILT_IN.has(part) || /^\d+$/.test(part))
        continue;
      const advice = didYouMean(part, [...this.#known, ...BUILT_IN], 'The names are those of the JSON format.');
      this.problem = { message: `a template sees nothing called '${part}'`, advice, ...placeOf(path) };
    }
  }

  /** The name of a partial is a file's; what it is handed are names. */
  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type === 'SubExpression') this.acceptKey(partial, 'name');
    else this.partials.push({ name: (partial.name as hbs.AST.PathExpression).original, ...placeOf(partial.name) });
    this.acceptArray(partial.params);
    this.acceptKey(partial, 'hash');
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    const [name] = block.params;
    if (name?.type === 'StringLiteral') this.inlines.add((name as hbs.AST.StringLiteral).value);
    super.DecoratorBlock(block);
  }
}

function placeOf({ loc: { start } }: hbs.AST.Node): { line: number; column: number } {
  return { line: start.line, column: start.column + 1 };
}
