/** Where invalid text starts. `offset` counts bytes from 0; `line` and `column` (UTF-16 units) count from 1, without a BOM. */
interface BytePosition {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * The decoded bytes of a file.
 * - `text`: valid UTF-8 without NUL, with its byte order mark and line ends.
 * - `invalid`: not UTF-8, with the first invalid byte and its position.
 * - `nul`: a NUL character, as in a binary file or in UTF-16 without a byte order mark.
 * - `utf-16`: starts with the byte order mark of UTF-16 or of little-endian UTF-32.
 */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'invalid'; readonly byte: number } & BytePosition)
  | ({ readonly kind: 'nul'; readonly byte: 0 } & BytePosition)
  | ({ readonly kind: 'utf-16'; readonly byte: number } & BytePosition);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes strict UTF-8 (RFC 3629). Reports the first invalid byte instead of replacing it. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { kind: 'utf-16', byte: first, offset: 0, line: 1, column: 1 };
  }
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return refuse(bytes, firstBadByte(bytes));
  }
  return text.includes('\0') ? refuse(bytes, bytes.length) : { kind: 'text', text };
}

/** Reports the byte at `bad`, or a NUL before it. */
function refuse(bytes: Uint8Array, bad: number): Decoded {
  const nul = bytes.indexOf(0);
  if (nul !== -1 && nul < bad) return { kind: 'nul', byte: 0, ...placeAt(bytes, nul) };
  return { kind: 'invalid', byte: bytes[bad] ?? 0, ...placeAt(bytes, bad) };
}

function placeAt(bytes: Uint8Array, offset: number): BytePosition {
  const before = lenient.decode(bytes.subarray(0, offset)).replace(/^\ufeff/, '');
  const lines = before.split(/\r\n?|\n/);
  return { offset, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * The offset of the first invalid sequence, or the length if there is none. The bounds of the second byte come from table
 * 3-7 of the Unicode Standard, which excludes overlong forms and surrogates.
 */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return at;
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next] ?? 0;
      const low = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return at;
    }
    at += length;
  }
  return at;
}

function sequenceLength(lead: number): 0 | 1 | 2 | 3 | 4 {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}
