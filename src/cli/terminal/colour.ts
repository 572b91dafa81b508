/** The styles of a report. Each function returns the same text, with or without colour. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, blue: same, cyan: same };

/** The environment variables that decide. */
export interface ColourEnvironment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/**
 * Whether to colour the output of a stream. `--color`/`--no-color` (`flag`) decides; then a non-empty NO_COLOR
 * (no-color.org) says no; then a non-empty FORCE_COLOR (force-color.org) says yes, but `0` and `false` say no; then a
 * terminal that is not `dumb` gets colour.
 */
export function wantsColour(
  stream: { readonly isTTY?: boolean | undefined },
  environment: ColourEnvironment,
  flag?: boolean,
): boolean {
  if (flag !== undefined) return flag;
  if (environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && environment.TERM !== 'dumb';
}

/** The paint for a stream. Loads chalk only for colour, and sets the level, because `wantsColour` has already decided. */
export async function loadPaint(colour: boolean): Promise<Paint> {
  if (!colour) return PLAIN;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}
