/** Where a file stops being text. `offset` counts bytes from 0; line and `column` (UTF-16 units) from 1, a BOM not counted. */
interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * What the bytes of a file are.
 * - `text`: well-formed UTF-8 without NUL. A byte order mark and the line ends are kept.
 * - `invalid`: not UTF-8; the place and the value of the byte at which the first ill-formed sequence starts.
 * - `nul`: a NUL character: a binary file, or UTF-16 without its mark.
 * - `utf-16`: starts with the byte order mark of UTF-16 (or of UTF-32, little-endian).
 */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'invalid'; readonly byte: number } & Place)
  | ({ readonly kind: 'nul'; readonly byte: 0 } & Place)
  | ({ readonly kind: 'utf-16'; readonly byte: number } & Place);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Strict UTF-8 decoding (RFC 3629): nothing is replaced, the first bad byte is reported. Never throws. */
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

/** The verdict on bytes that are well-formed up to `bad`: whichever comes first, that or a NUL. */
function refuse(bytes: Uint8Array, bad: number): Decoded {
  const nul = bytes.indexOf(0);
  if (nul !== -1 && nul < bad) return { kind: 'nul', byte: 0, ...placeAt(bytes, nul) };
  return { kind: 'invalid', byte: bytes[bad] ?? 0, ...placeAt(bytes, bad) };
}

function placeAt(bytes: Uint8Array, offset: number): Place {
  const before = lenient.decode(bytes.subarray(0, offset)).replace(/^\ufeff/, '');
  const lines = before.split(/\r\n?|\n/);
  return { offset, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * The offset at which the first ill-formed sequence starts; the length when there is none.
 * The bounds of each second byte are those of table 3-7 of the Unicode Standard: no overlong forms, no surrogates.
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
