import { didYouMean } from '../../model/nearest.ts';
import { TEMPLATE_NAMES } from './schema.ts';

/** Helpers of Handlebars' own; not `log`, which writes where the post goes. */
export const HELPERS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with', 'lookup']);

/** Something that is wrong with a node of a template. */
export interface NodeFault {
  readonly message: string;
  readonly advice: string;
  readonly node: hbs.AST.Node;
}

/** What a helper is handed, where it stands. */
export interface Call {
  readonly path: hbs.AST.Node;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash | undefined;
}

/** What keeps a helper from being called: its name, how it is called, or with how many things. */
export function callFault({ path, params }: Call, isBlock: boolean): NodeFault | undefined {
  const name = (path as hbs.AST.PathExpression).original;
  if (!HELPERS.has(name)) {
    const advice = didYouMean(name, HELPERS, `The helpers are ${[...HELPERS].join(', ')}.`);
    return { message: `there is no helper '${name}'`, advice, node: path };
  }
  const isLookup = name === 'lookup';
  const advice = isLookup
    ? 'Say where to look, and for what: lookup . "part".'
    : `Write {{#${name} ${subject(name, params)}}}…{{/${name}}}.`;
  if (!isLookup && !isBlock)
    return { message: `'${name}' prints nothing by itself: it needs a block`, advice, node: path };
  const wanted = isLookup ? 2 : 1;
  if (params.length === wanted) return undefined;
  const message = `'${name}' takes ${wanted === 1 ? 'one thing' : 'two things'}, and is handed ${params.length || 'none'}`;
  return { message, advice, node: path };
}

/** The first thing that a helper is handed, as it is written. */
function subject(name: string, [first]: readonly hbs.AST.Expression[]): string {
  return first?.type === 'PathExpression'
    ? (first as hbs.AST.PathExpression).original
    : name === 'each'
      ? 'laws'
      : 'image';
}

/** A name that is looked up for that of a partial, `prat` of `{{> (lookup . "prat") scope}}`, and that nothing has. */
export function lookedUpFault({ params: [, name] }: hbs.AST.SubExpression): NodeFault | undefined {
  if (name?.type !== 'StringLiteral') return undefined;
  const { value } = name as hbs.AST.StringLiteral;
  if (TEMPLATE_NAMES.has(value)) return undefined;
  const advice = didYouMean(value, TEMPLATE_NAMES, 'The names are those of the JSON format.');
  return { message: `a template sees nothing called '${value}'`, advice, node: name };
}

/** An inline partial without a name. */
export function inlineFault({ path, params }: hbs.AST.DecoratorBlock): NodeFault | undefined {
  if ((path as hbs.AST.PathExpression).original !== 'inline') return undefined;
  if (params.length === 1 && params[0]?.type === 'StringLiteral') return undefined;
  const advice = 'Write its name in quotation marks: {{#*inline "headline"}}.';
  return { message: 'an inline partial has one name', advice, node: params[0] ?? path };
}
