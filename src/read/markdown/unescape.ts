import { characterEntities } from 'character-entities';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/g;
/** A backslash escape. */
export const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const REFERENCE_OR_ESCAPE = /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/g;

/** Text with its character references decoded. A line end written as a reference becomes a space. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, decodeOne);
}

/** A URL, a title or an info string with its references and backslash escapes decoded, each once. */
export function unescapeText(text: string): string {
  if (!text.includes('&') && !text.includes('\\')) return text;
  return text.replace(
    REFERENCE_OR_ESCAPE,
    (all, escaped: string | undefined, decimal?: string, hexadecimal?: string, name?: string) =>
      escaped ?? decodeOne(all, decimal, hexadecimal, name),
  );
}

function decodeOne(all: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined)
    return asText((Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined) ?? all);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? asText(String.fromCodePoint(code)) : '\ufffd';
}

function asText(character: string): string {
  return character === '\n' || character === '\r' ? ' ' : character;
}
