import type { Host } from '../../host.ts';
import { loadAscii } from '../../terminal/ascii.ts';
import { wantsColour } from '../../terminal/colour.ts';
import { isUtf8 } from '../../terminal/locale.ts';
import type { Look, Run } from './marks.ts';
import type { Line } from './wrap.ts';

/** Longer lines are hard to read, even on a wide terminal. */
const MEASURE = 72;
/** A narrower terminal breaks words. */
const NARROWEST = 10;

/** What the output can show. */
export interface Screen {
  readonly width: number;
  /** The lines of the terminal. Undefined if the output is no terminal. */
  readonly rows?: number;
  readonly hasLinks: boolean;
  /** Replaces characters that the locale cannot show. */
  readonly adapt: (text: string) => string;
  /** The text of a line with its escape sequences. */
  readonly draw: (line: Line) => string;
}

/**
 * What stdout can show.
 * @param wanted the width and the colour that the user asked for.
 * @param showsLinks whether the pager shows links, if there is one.
 */
export async function openScreen(
  host: Host,
  wanted: { readonly width?: number; readonly color?: boolean },
  showsLinks: boolean,
): Promise<Screen> {
  const { environment } = host;
  const isTerminal = host.isTerminal(1);
  const size = isTerminal ? host.screen : undefined;
  const columns = size?.columns ?? numberOf(environment.COLUMNS) ?? MEASURE;
  const isColoured = wantsColour({ isTTY: isTerminal }, environment, wanted.color);
  const hasLinks = isColoured && isTerminal && showsLinks && (await takesLinks());
  return {
    width: wanted.width ?? Math.max(NARROWEST, Math.min(columns, MEASURE)),
    ...(isTerminal ? { rows: size?.rows ?? numberOf(environment.LINES) ?? 24 } : {}),
    hasLinks,
    adapt: isUtf8(environment) ? (text) => text : await loadAscii(),
    draw: isColoured
      ? await painter(hasLinks)
      : (line) =>
          line
            .map(({ text }) => text)
            .join('')
            .trimEnd(),
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

async function takesLinks(): Promise<boolean> {
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks(process.stdout);
}

async function painter(hasLinks: boolean): Promise<Screen['draw']> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const paints: Readonly<Record<Look, (text: string) => string>> = {
    bold: chalk.bold,
    italic: chalk.italic,
    dim: chalk.dim,
    strike: chalk.strikethrough,
    code: chalk.cyan,
    title: chalk.bold,
    label: chalk.bold.blue,
    warning: chalk.yellow,
    error: chalk.red,
  };
  const draw = ({ text, looks, url }: Run): string => {
    const shown = looks.reduce((painted, name) => paints[name](painted), text);
    return hasLinks && url !== undefined ? `\x1b]8;;${url}\x1b\\${chalk.underline(shown)}\x1b]8;;\x1b\\` : shown;
  };
  return (line) => line.map(draw).join('');
}
