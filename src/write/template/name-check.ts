import Handlebars from 'handlebars';
import { didYouMean } from '../../model/nearest.ts';
import { howToPrint, INDEX_CONTEXT, lookUp, type NameFault, type TemplateSchema } from './schema.ts';

export interface TemplateLocation {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export interface PartialName extends TemplateLocation {
  readonly name: string;
}

/** A syntax error, an unknown name or a wrong call in a template. */
export interface TemplateProblem extends TemplateLocation {
  readonly message: string;
  readonly advice: string;
}

/** The helpers of Handlebars, with the number of their arguments. `log` is missing, because it would write to stdout. */
const HELPERS: ReadonlyMap<string, number> = new Map([
  ['if', 1],
  ['unless', 1],
  ['each', 1],
  ['with', 1],
  ['lookup', 2],
]);

/**
 * Visits a template. It keeps the first unknown name or wrong call, and the partials that the template calls and defines.
 * Handlebars itself accepts a misspelt name in `{{#if}}` and prints a list as `[object Object]`.
 */
export class NameCheck extends Handlebars.Visitor {
  problem: TemplateProblem | undefined;
  readonly partials: PartialName[] = [];
  readonly inlines = new Set<string>();
  readonly #blockParams = new Set<string>();
  /** What names are looked up in, the innermost last. Undefined in a partial, which may be called with anything. */
  readonly #scopes: (TemplateSchema | undefined)[];
  /** What `@root` is. A partial may belong to any template. */
  readonly #root: TemplateSchema;

  constructor(scope: TemplateSchema | undefined) {
    super();
    this.#scopes = [scope];
    this.#root = scope ?? INDEX_CONTEXT;
  }

  override Program(program: hbs.AST.Program): void {
    for (const name of program.blockParams ?? []) this.#blockParams.add(name);
    super.Program(program);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    this.#report(this.#lookUp(path).fault, path);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (this.#visitCall(mustache, false)) return;
    this.acceptKey(mustache, 'path');
    if (mustache.path.type !== 'PathExpression') return;
    const path = mustache.path as hbs.AST.PathExpression;
    const { schema } = this.#lookUp(path);
    if (schema === undefined || schema === 'text') return;
    const message = `'${path.original}' is ${'each' in schema ? 'a list' : 'an object'} and cannot be printed directly`;
    this.#report({ message, advice: howToPrint(path.original, schema) }, path);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#visitCall(expression, false);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = this.#visitCall(block, true);
    if (name === undefined) this.acceptKey(block, 'path');
    const changesScope = name !== 'if' && name !== 'unless';
    if (changesScope) this.#scopes.push(this.#scopeInside(name, block.params[0]));
    this.acceptKey(block, 'program');
    if (changesScope) this.#scopes.pop();
    this.acceptKey(block, 'inverse');
  }

  /** The name of a partial is not looked up in the story, unless it is the value of `lookup`. */
  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type === 'SubExpression') this.acceptKey(partial, 'name');
    else this.partials.push({ name: (partial.name as hbs.AST.PathExpression).original, ...locationOf(partial.name) });
    this.acceptArray(partial.params);
    this.acceptKey(partial, 'hash');
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    const [name] = block.params;
    if (name?.type === 'StringLiteral') this.inlines.add((name as hbs.AST.StringLiteral).value);
    else
      this.#report({ message: 'inline partial without a name', advice: 'Write {{#*inline "headline"}}.' }, block.path);
    this.#scopes.push(undefined);
    this.acceptKey(block, 'program');
    this.#scopes.pop();
  }

  #report(fault: NameFault | undefined, node: hbs.AST.Node): void {
    if (fault) this.problem ??= { ...fault, ...locationOf(node) };
  }

  /** Checks the call of a helper and returns the helper's name. Undefined if this is a name and not a call. */
  #visitCall(call: Call, isBlock: boolean): string | undefined {
    if (call.path.type !== 'PathExpression') return undefined;
    const name = (call.path as hbs.AST.PathExpression).original;
    if (call.params.length === 0 && call.hash === undefined && !HELPERS.has(name)) return undefined;
    this.#report(callFault(name, call.params.length, isBlock), call.path);
    this.acceptArray([...call.params]);
    if (call.hash) this.accept(call.hash);
    const key = name === 'lookup' ? call.params[1] : undefined;
    if (key?.type === 'StringLiteral')
      this.#report(lookUp(undefined, [(key as hbs.AST.StringLiteral).value]).fault, key);
    return name;
  }

  #scopeInside(helper: string | undefined, subject: hbs.AST.Expression | undefined): TemplateSchema | undefined {
    if (subject?.type !== 'PathExpression') return undefined;
    const { schema } = this.#lookUp(subject as hbs.AST.PathExpression);
    if (helper === 'with') return schema;
    return helper === 'each' && typeof schema === 'object' && 'each' in schema ? schema.each : undefined;
  }

  #lookUp({ data, depth, parts }: hbs.AST.PathExpression): ReturnType<typeof lookUp> {
    const [first = '', ...rest] = parts;
    if (data) return first === 'root' ? lookUp(this.#root, rest, '@root') : {};
    if (this.#blockParams.has(first)) return lookUp(undefined, rest);
    return lookUp(this.#scopes[this.#scopes.length - 1 - depth], parts);
  }
}

/** A helper with its arguments, in any kind of node. */
interface Call {
  readonly path: hbs.AST.Node;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash | undefined;
}

function callFault(name: string, given: number, isBlock: boolean): NameFault | undefined {
  const wanted = HELPERS.get(name);
  if (wanted === undefined) {
    const advice = didYouMean(name, HELPERS.keys(), `Use one of ${[...HELPERS.keys()].join(', ')}.`);
    return { message: `unknown helper '${name}'`, advice };
  }
  const advice =
    name === 'lookup' ? 'Write what to look in, and what for: lookup . "part".' : `Write {{#${name} …}}…{{/${name}}}.`;
  if (name !== 'lookup' && !isBlock) return { message: `helper '${name}' needs a block`, advice };
  if (given === wanted) return undefined;
  return { message: `helper '${name}' takes ${wanted} argument${wanted === 1 ? '' : 's'}, not ${given}`, advice };
}

function locationOf({ loc: { start } }: hbs.AST.Node): TemplateLocation {
  return { line: start.line, column: start.column + 1 };
}
