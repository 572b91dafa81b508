import Handlebars from 'handlebars';
import { didYouMean } from '../../model/nearest.ts';
import { type Call, callFault, HELPERS, inlineFault, lookedUpFault, type NodeFault } from './call-faults.ts';
import type { TemplateProblem } from './parse-faults.ts';
import { CONTEXT, dead, howToPrint, schemaAt, TEMPLATE_NAMES, type TemplateSchema } from './schema.ts';

export interface PartialName {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** The words of its syntax. */
const SYNTAX = new Set(['this', 'else', 'inline']);

/** Goes through a template for names that nothing has, and for the partials that it names and defines. */
export class NameCheck extends Handlebars.Visitor {
  problem: TemplateProblem | undefined;
  readonly partials: PartialName[] = [];
  readonly inlines = new Set<string>();
  readonly #local = new Set<string>();
  /** What names are looked up in, the innermost last; undefined where only the run of the template knows. */
  readonly #scopes: (TemplateSchema | undefined)[];

  /** @param scope what the template is handed; a partial may be handed anything. */
  constructor(scope: TemplateSchema | undefined) {
    super();
    this.#scopes = [scope];
  }

  override Program(program: hbs.AST.Program): void {
    for (const name of program.blockParams ?? []) this.#local.add(name);
    super.Program(program);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    for (const part of path.data ? [] : path.parts) {
      if (this.#isKnown(part)) continue;
      const known = [...TEMPLATE_NAMES, ...HELPERS];
      const advice = didYouMean(part, known, 'The names are those of the JSON format.');
      this.#report({ message: `a template sees nothing called '${part}'`, advice, node: path });
    }
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const isCall = this.#isCall(mustache, false);
    super.MustacheStatement(mustache);
    if (isCall || mustache.path.type !== 'PathExpression') return;
    const path = mustache.path as hbs.AST.PathExpression;
    const fault = dead(this.#scopeOf(path), namesOf(path), path.data ? '@root.' : '');
    if (fault) this.#report({ ...fault, node: path });
    const shape = this.#shapeOf(path);
    if (shape === undefined || shape === 'text') return;
    const message = `${path.original} is ${'each' in shape ? 'a list' : 'an object'}: it cannot be printed as it is`;
    this.#report({ message, advice: howToPrint(path.original, shape), node: path });
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#isCall(expression, false);
    super.SubExpression(expression);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const isCall = this.#isCall(block, true);
    const name = isCall ? (block.path as hbs.AST.PathExpression).original : '';
    if (isCall) this.acceptArray(block.params);
    else this.acceptKey(block, 'path');
    const [subject] = block.params;
    const shape = subject?.type === 'PathExpression' ? this.#shapeOf(subject as hbs.AST.PathExpression) : undefined;
    const scope = name === 'each' ? elementOf(shape) : name === 'with' ? shape : undefined;
    const changes = name !== 'if' && name !== 'unless';
    if (changes) this.#scopes.push(scope);
    this.acceptKey(block, 'program');
    if (changes) this.#scopes.pop();
    this.acceptKey(block, 'inverse');
  }

  /** The name of a partial is a file's; what it is handed are names. */
  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type === 'SubExpression') {
      this.acceptKey(partial, 'name');
      this.#report(lookedUpFault(partial.name as hbs.AST.SubExpression));
    } else this.partials.push({ name: (partial.name as hbs.AST.PathExpression).original, ...placeOf(partial.name) });
    this.acceptArray(partial.params);
    this.acceptKey(partial, 'hash');
  }

  /** An inline partial may be handed anything, as one in a file. */
  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    this.#report(inlineFault(block));
    const [name] = block.params;
    if (name?.type === 'StringLiteral') this.inlines.add((name as hbs.AST.StringLiteral).value);
    this.#scopes.push(undefined);
    super.DecoratorBlock(block);
    this.#scopes.pop();
  }

  #report(fault: NodeFault | undefined): void {
    if (!fault) return;
    const { message, advice, node } = fault;
    this.problem ??= { message, advice, ...placeOf(node) };
  }

  #isKnown(name: string): boolean {
    if (TEMPLATE_NAMES.has(name) || this.#local.has(name)) return true;
    return HELPERS.has(name) || SYNTAX.has(name) || /^\d+$/.test(name);
  }

  /** Whether a helper is called, by its name or by what it is handed. */
  #isCall(call: Call, isBlock: boolean): boolean {
    const { path, params, hash } = call;
    if (path.type !== 'PathExpression') return false;
    const isCall = params.length > 0 || hash !== undefined || HELPERS.has((path as hbs.AST.PathExpression).original);
    if (isCall) this.#report(callFault(call, isBlock));
    return isCall;
  }

  #shapeOf(path: hbs.AST.PathExpression): TemplateSchema | undefined {
    return schemaAt(this.#scopeOf(path), namesOf(path));
  }

  /** What the names of a path are looked up in, where that is known. */
  #scopeOf({ data, depth, parts, original }: hbs.AST.PathExpression): TemplateSchema | undefined {
    if (data) return parts[0] === 'root' ? CONTEXT : undefined;
    if (this.#local.has(parts[0] ?? '') || typeof original !== 'string') return undefined;
    return this.#scopes[this.#scopes.length - 1 - depth];
  }
}

/** The names of a path, without that of `@root`. */
function namesOf({ data, parts }: hbs.AST.PathExpression): readonly string[] {
  return data ? parts.slice(1) : parts;
}

function elementOf(schema: TemplateSchema | undefined): TemplateSchema | undefined {
  return schema !== undefined && schema !== 'text' && 'each' in schema ? schema.each : undefined;
}

function placeOf({ loc: { start } }: hbs.AST.Node): { line: number; column: number } {
  return { line: start.line, column: start.column + 1 };
}
