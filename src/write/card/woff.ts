const HEADER = 44;
const ENTRY = 20;

/**
 * The font in a WOFF file, as TrueType or OpenType. Any other font is returned as it is.
 * https://www.w3.org/TR/WOFF/#WOFFHeader
 * @param inflate unpacks zlib data.
 */
export function unpackWoff(bytes: Uint8Array, inflate: (packed: Uint8Array) => Uint8Array): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (from.byteLength < HEADER || from.getUint32(0) !== 0x774f4646) return bytes;
  const count = from.getUint16(12);
  const font = new Uint8Array(from.getUint32(16));
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  const power = Math.floor(Math.log2(count));
  to.setUint16(6, 16 * 2 ** power);
  to.setUint16(8, power);
  to.setUint16(10, 16 * (count - 2 ** power));
  let end = 12 + 16 * count;
  for (let index = 0; index < count; index++) {
    const entry = HEADER + ENTRY * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => from.getUint32(entry + at)) as [number, number, number];
    const table = bytes.subarray(offset, offset + packed);
    font.set(packed < length ? inflate(table) : table, end);
    const record = 12 + 16 * index;
    to.setUint32(record, from.getUint32(entry));
    to.setUint32(record + 4, from.getUint32(entry + 16));
    to.setUint32(record + 8, end);
    to.setUint32(record + 12, length);
    end += (length + 3) & ~3;
  }
  return font;
}
