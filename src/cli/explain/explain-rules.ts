import { resolveHouse } from '../../house/resolve.ts';
import { byGroup, rulePage } from '../../lint/explain.ts';
import { houseSections } from '../../lint/explain-house.ts';
import type { Rule } from '../../lint/rules/index.ts';
import { rulesById } from '../../lint/run-rules.ts';
import { SEVERITIES } from '../../model/diagnostic.ts';
import type { House } from '../../model/house.ts';
import { didYouMean } from '../../model/nearest.ts';
import { displayWidth } from '../../typography/width.ts';
import { wrap } from '../../typography/wrap.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../messages/messages.ts';
import type { ExplainRequest } from '../requests.ts';
import { loadPaint, type Paint, wantsColour } from '../terminal/colour.ts';
import type { Console } from '../terminal/console.ts';
import { terminalSafe } from '../terminal/safe.ts';

/**
 * Prints the page of a rule, or the list of all.
 * @throws {UsageError} for an unknown rule, and what `ConfigResolver.of` throws.
 */
export async function explainRules(request: ExplainRequest, host: Host, { messages }: Console): Promise<void> {
  const { rule: name, color } = request;
  // The house of what would be checked here.
  const { house } = await new ConfigResolver(request, 'house').of('note.md');
  const rules = [...rulesById(resolveHouse(house)).values()];
  const paint = await loadPaint(wantsColour({ isTTY: host.isTerminal(1) }, host.environment, color));
  if (name === undefined) {
    await host.write(1, list(rules, house, paint, messages));
    return;
  }
  const rule = rules.find(({ id }) => id === name);
  if (rule) {
    await host.write(
      1,
      painted(
        [rulePage(rule, house, 1, messages.text), ...houseSections(rule, house, messages.text)].join('\n\n'),
        paint,
        host.isTerminal(1) ? (host.columns ?? COLUMNS) : undefined,
      ),
    );
    return;
  }
  const names = rules.map(({ id }) => id);
  throw new UsageError(`unknown rule '${name}'`, didYouMean(name, names, 'Run `copydesk explain` to list the rules.'));
}

/** The fixes of a rule. */
const FIXES = { safe: 'fix', unsafe: 'unsafe fix', both: 'fix' };

/** One line per rule: its name, its severity in this house, its fixes and what it finds. */
function list(rules: readonly Rule[], { severities }: House, paint: Paint, { text }: Messages): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const [severityWidth, fixWidth] = [
    columnsOf([...SEVERITIES, 'off'].map(text)),
    columnsOf(Object.values(FIXES).map(text)),
  ];
  const line = ({ id, what, severity, fix }: Rule): string => {
    const own = text(severities.get(id) ?? severity);
    const facts = `${padded(own, severityWidth)}  ${padded(fix ? text(FIXES[fix]) : '', fixWidth)}`;
    return `  ${paint.bold(terminalSafe(id.padEnd(width)))}  ${paint.dim(facts)}  ${terminalSafe(text(what))}`;
  };
  return byGroup(rules)
    .map(([group, found]) => `${paint.cyan(text(group))}\n${found.map(line).join('\n')}\n`)
    .join('\n');
}

function columnsOf(texts: readonly string[]): number {
  return Math.max(...texts.map(displayWidth));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - displayWidth(text));
}

/** Longer lines of prose are hard to read, even on a wide terminal. */
const COLUMNS = 90;

/** Returns a page for the terminal: headings and labels bold, code blocks indented, prose wrapped. */
function painted(page: string, paint: Paint, columns: number | undefined): string {
  const broken = (line: string): string[] =>
    columns === undefined ? [line] : wrap(line, Math.min(columns, COLUMNS), { han: true });
  let isExample = false;
  const lines = terminalSafe(page, { lines: true })
    .split('\n')
    .flatMap((line) => {
      if (/^`{3,}/.test(line)) {
        isExample = !isExample;
        return [];
      }
      if (isExample) return [line === '' ? '' : `  ${line}`];
      if (line.startsWith('#')) return [paint.bold(line.replace(/^#+ /, ''))];
      const wrapped = line.startsWith('|') ? [line] : broken(line);
      return wrapped.map((text) => text.replace(/\*\*([^*]+)\*\*/g, (_, label: string) => paint.bold(label)));
    });
  return `${lines.join('\n')}\n`;
}
