import { copydesk, note, type Parts } from '../program.ts';

/** A note in shape. */
export async function shapely(parts?: Parts): Promise<string> {
  const { code, stdout } = await copydesk(['format'], { stdin: note(parts) });
  if (code !== 0) throw new Error(`a note that cannot be formatted: ${JSON.stringify(parts)}`);
  return stdout;
}

/** The same note, not in shape. */
export function untidy(text: string): string {
  return `${text}\n\n\n`;
}
