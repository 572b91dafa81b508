/*
 * Matches the glob patterns of `copydesk.yaml` and of ignore files. A regular expression tries every way to divide a name among
 * the `*` of a pattern, which takes years for thirty of them. This matcher follows all ways at the same time, as RE2 does: a
 * pattern becomes states, and each character of a name turns the states that are reachable into the next ones.
 *
 * Grammar, as in bash with extglob and globstar: `*`, `?`, `[a-z]`, `[!a]` and `[[:alpha:]]` match within a segment, and
 * `**` matches any number of segments. `{a,b}` and `(a|b)` are alternatives, and so are the groups `@(a|b)`, `?(a)`, `*(a)`,
 * `+(a)` and `!(a)`. `\` makes the next character literal, and a bracket without its partner is literal.
 */

type Node =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'wildcard'; readonly test: (character: string) => boolean }
  | { readonly kind: 'star' | 'folders' | 'rest' }
  | { readonly kind: 'group'; readonly repeats: string; readonly choices: readonly (readonly Node[])[] };

/** A test for names that match a pattern. Unless `dot` is set, wildcards do not match the dot of a hidden file or folder. */
export function compileGlob(pattern: string, { dot }: { readonly dot: boolean }): (name: string) => boolean {
  const nodes = new Parser(pattern).nodes();
  const all = new Automaton(nodes, dot);
  // `x!(a)y` matches a name that matches `x*y` and not `x@(a)y`.
  const without = negations(nodes).map((group) => new Automaton(nodes, dot, group));
  return (name) => all.matches(name) && !without.some((automaton) => automaton.matches(name));
}

function negations(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'group') return [];
    return node.repeats === '!' ? [node] : node.choices.flatMap(negations);
  });
}

const CLASS = /\[([!^]?)(\]?(?:\[:\w+:\]|\\.|[^\]\\/])*)\]/y;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', '}': '{' };

class Parser {
  readonly #pattern: string;
  /** The index of the closing bracket for that of each opening one. */
  readonly #closers = new Map<number, number>();

  constructor(pattern: string) {
    this.#pattern = pattern;
    const open: number[] = [];
    for (let at = 0; at < pattern.length; at++) {
      const character = pattern.charAt(at);
      if (character === '\\') at++;
      else if (character === '[') at = this.#pairClass(at);
      else if (character === '(' || character === '{') open.push(at);
      else if (character in CLOSES && pattern.charAt(open.at(-1) ?? -1) === CLOSES[character])
        this.#closers.set(open.pop() ?? 0, at);
    }
  }

  nodes(from = 0, to = this.#pattern.length): Node[] {
    const nodes: Node[] = [];
    for (let at = from; at < to; ) at = this.#add(nodes, at, from, to);
    return nodes;
  }

  #pairClass(at: number): number {
    CLASS.lastIndex = at;
    const found = CLASS.exec(this.#pattern);
    if (!found) return at;
    const end = at + found[0].length - 1;
    this.#closers.set(at, end);
    return end;
  }

  /** Adds the node at an index, and returns the index after it. */
  #add(nodes: Node[], at: number, from: number, to: number): number {
    const character = this.#pattern.charAt(at);
    const closer = this.#closers.get(at);
    const group = /[@?*+!]/.test(character) ? this.#closers.get(at + 1) : undefined;
    if (group !== undefined && this.#pattern.charAt(at + 1) === '(') {
      nodes.push({ kind: 'group', repeats: character, choices: this.#choices(at + 2, group, '|') });
      return group + 1;
    }
    if (closer !== undefined) {
      nodes.push(...this.#bracket(character, at, closer));
      return closer + 1;
    }
    if (character === '*') return this.#stars(nodes, at, from, to);
    if (character === '?') nodes.push({ kind: 'wildcard', test: () => true });
    else if (character === '\\' && at + 1 < to) nodes.push(...literal(this.#pattern.charAt(at + 1)));
    else nodes.push(...literal(character));
    return at + (character === '\\' ? 2 : 1);
  }

  #bracket(character: string, at: number, closer: number): Node[] {
    if (character === '[') return [{ kind: 'wildcard', test: classTest(this.#pattern.slice(at, closer + 1)) }];
    const inner = this.#pattern.slice(at + 1, closer);
    const [, low, high] = /^(.)\.\.(.)$/u.exec(inner) ?? [];
    if (low !== undefined && character === '{') return [{ kind: 'wildcard', test: classTest(`[${low}-${high}]`) }];
    const choices = this.#choices(at + 1, closer, character === '{' ? ',' : '|');
    const only = choices.length === 1 && character === '{' ? choices[0] : undefined;
    return only ? [...literal('{'), ...only, ...literal('}')] : [{ kind: 'group', repeats: '@', choices }];
  }

  /** `**` is special only between slashes. `/**` at the end also matches the folder itself. */
  #stars(nodes: Node[], at: number, from: number, to: number): number {
    let end = at;
    while (end < to && this.#pattern.charAt(end) === '*' && this.#pattern.charAt(end + 1) !== '(') end++;
    const isSegment = end - at === 2 && (at === from || this.#pattern.charAt(at - 1) === '/');
    if (isSegment && this.#pattern.charAt(end) === '/') {
      nodes.push({ kind: 'folders' });
      return end + 1;
    }
    if (!isSegment || end < to) nodes.push({ kind: 'star' });
    else if (nodes.at(-1)?.kind === 'literal') nodes.splice(-1, 1, { kind: 'rest' });
    else nodes.push({ kind: 'folders' }, { kind: 'star' });
    return end;
  }

  #choices(from: number, to: number, separator: string): Node[][] {
    const choices: Node[][] = [];
    let start = from;
    for (let at = from; at < to; at++) {
      if (this.#pattern.charAt(at) === '\\') at++;
      else if (this.#pattern.charAt(at) === separator) {
        choices.push(this.nodes(start, at));
        start = at + 1;
      } else at = this.#closers.get(at) ?? at;
    }
    return [...choices, this.nodes(start, to)];
  }
}

function literal(text: string): Node[] {
  return [{ kind: 'literal', text }];
}

/** The classes of POSIX, which have only ASCII characters. */
const POSIX: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z\d]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[a-f\d]/i,
};

function classTest(written: string): (character: string) => boolean {
  CLASS.lastIndex = 0;
  const [, negated = '', body = ''] = CLASS.exec(written) ?? [];
  const tests = [...body.matchAll(/\[:(\w+):\]|\\?(.)(?:-\\?(.))?/gsu)].map(([, name, low = '', high = low]) => {
    if (name !== undefined) return (character: string) => POSIX[name]?.test(character) ?? false;
    return (character: string) => low <= character && character <= high;
  });
  return (character) => tests.some((test) => test(character)) === (negated === '');
}

/** A character that can be read, and the state after it; or a choice of states. */
type State =
  | { readonly test: (character: string, isHidden: boolean) => boolean; readonly next: number }
  | { readonly either: number[]; readonly isStar?: true };

const END = 0;

class Automaton {
  readonly #states: State[] = [{ either: [] }];
  readonly #start: number;
  readonly #dot: boolean;
  /** The group `!(a)` that is read as `@(a)`; the others are read as `*`. */
  readonly #negation: Node | undefined;

  constructor(nodes: readonly Node[], dot: boolean, negation?: Node) {
    this.#dot = dot;
    this.#negation = negation;
    this.#start = this.#sequence(nodes, END);
  }

  matches(name: string): boolean {
    const outside = /^(?:\.\.(?:\/|$))*/.exec(name)?.[0].length ?? 0;
    let from = [this.#start];
    let before = '/';
    let at = 0;
    for (const character of name) {
      // Only a literal dot matches that of a hidden file. Not even `**` leads to the folder above.
      const isHidden = before === '/' && character === '.' && (!this.#dot || at < outside);
      from = this.#read(character, this.#reach(from, isHidden), isHidden);
      if (from.length === 0) return false;
      before = character;
      at++;
    }
    return this.#reach(from, false).has(END);
  }

  #read(character: string, states: ReadonlySet<number>, isHidden: boolean): number[] {
    const next: number[] = [];
    for (const at of states) {
      const state = this.#states[at];
      if (state && 'test' in state && state.test(character, isHidden)) next.push(state.next);
    }
    return next;
  }

  /** The states that can be reached without a character. `*` matches nothing before a hidden dot. */
  #reach(from: number[], isHidden: boolean): Set<number> {
    const reached = new Set<number>();
    for (let at = from.pop(); at !== undefined; at = from.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      const state = this.#states[at];
      if (state && 'either' in state && !(state.isStar && isHidden)) from.push(...state.either);
    }
    return reached;
  }

  #push(state: State): number {
    return this.#states.push(state) - 1;
  }

  #sequence(nodes: readonly Node[], next: number): number {
    return nodes.reduceRight((after, node) => this.#node(node, after), next);
  }

  #node(node: Node, next: number): number {
    switch (node.kind) {
      case 'literal':
        return this.#push({ test: (character) => character === node.text, next });
      case 'wildcard':
        return this.#wildcard(node.test, next);
      case 'star':
        return this.#push({ either: [this.#loop(next, (again) => this.#any(again))], isStar: true });
      case 'folders':
        return this.#loop(next, (again) => this.#segment(this.#slash(again)));
      case 'rest':
        return this.#loop(next, (again) => this.#slash(this.#segment(again)));
      case 'group':
        return this.#group(node, next);
    }
  }

  #group(node: Extract<Node, { kind: 'group' }>, next: number): number {
    const { repeats, choices } = node;
    if (repeats === '!' && node !== this.#negation) return this.#node({ kind: 'star' }, next);
    const once = (after: number) => this.#push({ either: choices.map((choice) => this.#sequence(choice, after)) });
    if (repeats === '?') return this.#push({ either: [next, once(next)] });
    if (repeats === '*') return this.#loop(next, once);
    if (repeats !== '+') return once(next);
    const again: number[] = [next];
    const first = once(this.#push({ either: again }));
    again.push(first);
    return first;
  }

  /** `part` any number of times. */
  #loop(next: number, part: (again: number) => number): number {
    const either = [next];
    const start = this.#push({ either });
    either.push(part(start));
    return start;
  }

  #segment(next: number): number {
    return this.#any(this.#loop(next, (again) => this.#any(again)));
  }

  #any(next: number): number {
    return this.#wildcard(() => true, next);
  }

  #slash(next: number): number {
    return this.#push({ test: (character) => character === '/', next });
  }

  #wildcard(test: (character: string) => boolean, next: number): number {
    return this.#push({ test: (character, isHidden) => character !== '/' && !isHidden && test(character), next });
  }
}
