import Handlebars from 'handlebars';
import type { Template } from '../../model/house.ts';
import { NameCheck, type PartialName, type TemplateProblem } from './name-check.ts';
import { templateError } from './run.ts';
import { CONTEXT, INDEX_CONTEXT, type TemplateSchema } from './schema.ts';

export interface Compiled {
  readonly template: Template;
  /** The partials that it calls: files, or inline partials of its own or of a template that calls it. */
  readonly partials: readonly PartialName[];
  readonly inlines: ReadonlySet<string>;
}

/**
 * Compiles a template of a house. It looks names up strictly.
 * @param name its name in the house. Only a name that ends in `.html.hbs` or `.svg.hbs` escapes for HTML.
 * @param path its file, for messages.
 */
export function compileTemplate(name: string, path: string, text: string): Compiled | { problem: TemplateProblem } {
  const names = new NameCheck(schemaOf(name));
  let program: hbs.AST.Program;
  if (isTooDeep(text)) return { problem: TOO_DEEP };
  try {
    program = Handlebars.parse(text);
    names.accept(program);
  } catch (error) {
    return { problem: syntaxProblem(text, error) };
  }
  if (names.problem) return { problem: names.problem };
  const run = Handlebars.compile(program, {
    // Only templates of HTML and SVG escape: in other formats it would turn `R&D` into `R&amp;D`.
    noEscape: !/\.(?:html|svg)\.hbs$/.test(name),
    strict: true,
    preventIndent: true,
    // There are only the helpers of Handlebars, so the code of a name need not look for one.
    knownHelpersOnly: true,
  });
  const template: Template = {
    kind: 'compiled',
    name: path,
    run(context, options) {
      try {
        return run(context, options);
      } catch (error) {
        throw templateError(path, error);
      }
    },
  };
  return { template, partials: names.partials, inlines: names.inlines };
}

/** What a template sees. Undefined for a partial, which may be called with anything. */
function schemaOf(name: string): TemplateSchema | undefined {
  if (name === 'index.html.hbs') return INDEX_CONTEXT;
  return /^(?:post\.\w+|feed\.html)\.hbs$/.test(name) ? CONTEXT : undefined;
}

const TOO_DEEP: TemplateProblem = {
  message: 'blocks are nested too deeply',
  advice: 'Move some of them to a partial.',
  line: 1,
  column: 1,
};

/** The templates of copydesk nest five blocks. */
const MAX_DEPTH = 100;

/** Whether blocks are nested so deeply that Handlebars takes minutes to parse them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [, mark] of text.matchAll(/\{\{~?[ \t]*(#|\/|\^[ \t]*\w)/g)) {
    depth += mark === '/' ? -1 : 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** A parse error of Handlebars, whose own messages list the tokens of its grammar. */
function syntaxProblem(text: string, error: unknown): TemplateProblem {
  if (error instanceof RangeError) return TOO_DEEP;
  const { message, lineNumber, column } = error as Handlebars.Exception;
  if (lineNumber !== undefined) {
    const [, open, close] = /^(.+) doesn't match (.+) - /.exec(message) ?? [];
    const location = { line: lineNumber, column: column + 1 };
    if (open === undefined) return { message: 'invalid path', advice: EXAMPLES, ...location };
    return {
      message: `'{{#${open}}}' is closed by '{{/${close}}}'`,
      advice: `Write {{/${open}}} before it.`,
      ...location,
    };
  }
  const { first_line: line, first_column: at } = Handlebars.Parser.lexer.yylloc;
  const rest = (text.split(/\r?\n/)[line - 1] ?? '').slice(at);
  const location = { line, column: at + 1 };
  if (rest === '') return { message: 'unclosed tag or block', advice: 'Close {{#if}} with {{/if}}.', ...location };
  const advice = /^\d/.test(rest) ? 'Write a number in a path in square brackets: laws.[0].' : EXAMPLES;
  return { message: `syntax error near '${rest.slice(0, 20)}'`, advice, ...location };
}

const EXAMPLES = 'Write a name, {{headline}}, a block, {{#if dek}}…{{/if}}, or a partial, {{> byline}}.';
