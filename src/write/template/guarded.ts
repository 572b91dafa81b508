import Handlebars from 'handlebars';
import type { TemplateFunction } from '../../model/house.ts';
import { didYouMean } from '../../model/nearest.ts';
import { TemplateError } from './error.ts';
import { isOfStory } from './schema.ts';

/** A place in a template: lines from 1, columns from 0, as Handlebars has them. */
interface TemplatePosition {
  readonly line: number;
  readonly column: number;
}

/** What Handlebars hands to the code that it makes of a template. */
interface Container {
  helpers: Readonly<Record<string, Helper>>;
  strict(target: unknown, name: string, loc: { readonly start: TemplatePosition }): unknown;
  lookupProperty(target: unknown, name: string): unknown;
  invokePartial(partial: unknown, context: unknown, options: { name?: unknown }): string;
}

type Helper = (...given: readonly unknown[]) => unknown;

interface Specification {
  main(container: Container, ...rest: readonly unknown[]): unknown;
}

/** Where a template calls a partial by its name: the first place of each. */
type Calls = ReadonlyMap<string, TemplatePosition>;

/** Partials that call one another so deep never end: no story is that deep. */
const DEEPEST = 100;
/** How deep they are now. */
let depth = 0;

/**
 * Compiles a template so that whatever fails while it runs is a TemplateError that says where, which Handlebars does not
 * for a partial that is not there or has no end, nor for a name that is looked up in a text.
 */
export function compileGuarded(
  path: string,
  program: hbs.AST.Program,
  calls: Calls,
  options: CompileOptions,
): TemplateFunction {
  const environment = Handlebars.create();
  const guard = new Guard(path, calls);
  const { template } = environment;
  Object.assign(environment, {
    template(specification: Specification & TemplateSpecification) {
      const { main } = specification;
      specification.main = (container, ...rest) => {
        guard.watch(container);
        return main(container, rest[0], container.helpers, ...rest.slice(2));
      };
      return template(specification);
    },
  });
  const run = environment.compile(program, options);
  return (context, given) => {
    try {
      return run(context, given);
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      const said = error instanceof Error ? error.message : String(error);
      throw guard.error({ line: 1, column: 0 }, `the template fails: ${said}`, 'Take back what was changed last.');
    }
  };
}

/** Watches over one template while it runs. */
class Guard {
  readonly #path: string;
  readonly #calls: Calls;
  readonly #watched = new WeakSet<Container>();
  /** Where something was looked up last: in `{{> (lookup . "part")}}` the name of the partial that is called next. */
  #looked: TemplatePosition = { line: 1, column: 0 };

  constructor(path: string, calls: Calls) {
    this.#path = path;
    this.#calls = calls;
  }

  error({ line, column }: TemplatePosition, message: string, advice: string): TemplateError {
    return new TemplateError(`${this.#path}:${line}:${column + 1}: ${message}`, advice);
  }

  watch(container: Container): void {
    container.helpers = this.#noting(container.helpers);
    if (this.#watched.has(container)) return;
    this.#watched.add(container);
    container.strict = (target, name, { start }) => {
      if (typeof target === 'object' && target !== null && name in target)
        return container.lookupProperty(target, name);
      throw this.error(start, `nothing is called '${name}' here`, whereElse(name, target));
    };
    const { invokePartial } = container;
    container.invokePartial = (partial, context, options) =>
      this.#call(options.name, partial, () => invokePartial.call(container, partial, context, options));
  }

  /** @param known the name of the partial where it is written in the template; `found` is what was looked up else. */
  #call(known: unknown, found: unknown, call: () => string): string {
    const name = known ?? found;
    if (typeof name !== 'string' || name === '')
      throw this.error(this.#looked, 'the partial that is called here has no name', NAMELESS);
    const place = (known === undefined ? undefined : this.#calls.get(name)) ?? this.#looked;
    const short = name.length > 40 ? `${name.slice(0, 40)}…` : name;
    if (depth >= DEEPEST) throw this.error(place, `the partial '${short}' calls itself without end`, ENDLESS);
    depth++;
    try {
      return call();
    } catch (error) {
      if (!(error instanceof Error) || error.message !== `The partial ${name} could not be found`) throw error;
      const advice = `Write {{#*inline "${name}"}}…{{/inline}} above, or a file ${name}.hbs beside the template.`;
      throw this.error(place, `there is no partial '${short}' here`, name === short ? advice : NAMELESS);
    } finally {
      depth--;
    }
  }

  /** The helpers, of which `lookup` notes where it is called. */
  #noting(helpers: Container['helpers']): Container['helpers'] {
    const { lookup } = helpers;
    if (!lookup) return helpers;
    const noting: Helper = (...given) => {
      const { loc } = given.at(-1) as { readonly loc?: { readonly start: TemplatePosition } };
      if (loc) this.#looked = loc.start;
      return lookup(...given);
    };
    return { ...helpers, lookup: noting };
  }
}

const NAMELESS = 'Name a file, or what says the name of one: {{> (lookup . "part") scope}} in {{#each parts}}.';
const ENDLESS = 'Take the call out, or put it into a block that is not printed every time.';

/** Where a name is that is not where it was looked up, or what is there instead. */
function whereElse(name: string, target: unknown): string {
  if (isOfStory(name)) return `Write {{@root.${name}}}.`;
  if (typeof target === 'string') return 'It is looked up in a text, which has no names: leave it out.';
  const names = typeof target === 'object' && target !== null && !Array.isArray(target) ? Object.keys(target) : [];
  if (names.includes('root')) return 'There are @root, @index, @key, @first and @last.';
  if (names.includes('headline')) return 'The names are those of the JSON format.';
  return didYouMean(
    name,
    names,
    names.length > 0
      ? `There are ${names.join(', ')}.`
      : 'There is nothing to look it up in: leave it out, or ask by {{#if}} first.',
  );
}
