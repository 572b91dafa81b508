/*
 * The index of a cache: entries, the oldest first. An entry is DIGEST bytes that say what was looked at, and a byte that says
 * what was found. If that has the bit HAS_BODY, there is more to it: the offset and the length of a body, and CHECK bytes of
 * its digest.
 */
export const DIGEST = 15;
const PLAIN = DIGEST + 1;
const CHECK = 8;
const WITH_BODY = PLAIN + 4 + 4 + CHECK;
const HAS_BODY = 0x80;

/** The limits of a cache. */
const MOST = { entries: 100_000, bytes: 32 * 1024 * 1024 };

/** The start of the SHA-256 of text or bytes, as long as an entry has room for. */
export function digestOf(data: Uint8Array | string): Buffer {
  return process.getBuiltinModule('node:crypto').hash('sha256', data, 'buffer').subarray(0, DIGEST);
}

/** What was found about a digest. */
export interface Found {
  /** From 0 to 127. */
  readonly code: number;
  readonly body?: Buffer;
}

/** The bytes of the bodies, wherever they are. Undefined if they cannot be read. */
export type ReadBody = (start: number, length: number) => Buffer | undefined;

/** An entry with its body. */
interface Entry {
  /** The digest and the code. */
  readonly head: Buffer;
  readonly body?: { readonly bytes: Buffer; readonly check: Buffer };
}

/**
 * The entries of a cache. They stay bytes and are found through a table of their first four bytes, because a Set of a
 * hundred thousand strings costs more than formatting the notes of most runs. Bodies are read when somebody asks for them.
 */
export class Records {
  readonly index: Buffer;
  readonly readBody: ReadBody;
  /** The number of entries. */
  readonly length: number;
  /** The number of bytes of all bodies. */
  readonly bodyLength: number;
  /** A hash table by the first bytes of a digest: where an entry starts in the index, or -1. */
  readonly #table: Int32Array;

  /** @throws {RangeError} for an index that does not consist of whole entries. */
  constructor(index: Buffer = Buffer.alloc(0), readBody: ReadBody = () => undefined) {
    this.index = index;
    this.readBody = readBody;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2((2 * index.length) / PLAIN + 1))).fill(-1);
    const mask = this.#table.length - 1;
    let length = 0;
    let bodyLength = 0;
    for (let start = 0; start < index.length; start += widthAt(index, start)) {
      let slot = index.readInt32LE(start) & mask;
      while (this.#table[slot] !== -1) slot = (slot + 1) & mask;
      this.#table[slot] = start;
      length++;
      if (hasBody(index, start)) bodyLength = Math.max(bodyLength, endOfBody(index, start));
    }
    this.length = length;
    this.bodyLength = bodyLength;
  }

  /** What was found about a digest; undefined if nothing was, or if its body is damaged. */
  get(digest: Buffer): Found | undefined {
    const mask = this.#table.length - 1;
    for (let slot = digest.readInt32LE() & mask; ; slot = (slot + 1) & mask) {
      const start = this.#table[slot] ?? -1;
      if (start === -1) return undefined;
      if (this.index.compare(digest, 0, DIGEST, start, start + DIGEST) === 0) return this.#foundAt(start);
    }
  }

  #foundAt(start: number): Found | undefined {
    const code = this.index.readUInt8(start + DIGEST) & ~HAS_BODY;
    if (!hasBody(this.index, start)) return { code };
    const { bytes, check } = this.#bodyAt(start) ?? {};
    return bytes && check && checkOf(bytes).equals(check) ? { code, body: bytes } : undefined;
  }

  #bodyAt(start: number): Entry['body'] {
    const at = start + PLAIN;
    const bytes = this.readBody(this.index.readUInt32LE(at), this.index.readUInt32LE(at + 4));
    return bytes && { bytes, check: this.index.subarray(at + 8, start + WITH_BODY) };
  }

  /**
   * These entries, those that were used, and others, in this order and without repeats. The oldest are dropped if there are
   * too many.
   */
  with(added: ReadonlyMap<string, Found>, used: ReadonlySet<string> = new Set()): Records {
    const [unusedEntries, usedEntries]: [Entry[], Entry[]] = [[], []];
    for (let start = 0; start < this.index.length; start += widthAt(this.index, start)) {
      const digest = this.index.toString('latin1', start, start + DIGEST);
      if (added.has(digest)) continue;
      const body = hasBody(this.index, start) ? this.#bodyAt(start) : undefined;
      if (hasBody(this.index, start) && !body) continue;
      const entry = { head: this.index.subarray(start, start + PLAIN), ...(body ? { body } : {}) };
      (used.has(digest) ? usedEntries : unusedEntries).push(entry);
    }
    const addedEntries = [...added].map(([digest, found]) => entryOf(digest, found));
    return recordsOf([...unusedEntries, ...usedEntries, ...addedEntries]);
  }
}

function hasBody(index: Buffer, start: number): boolean {
  return (index.readUInt8(start + DIGEST) & HAS_BODY) !== 0;
}

function endOfBody(index: Buffer, start: number): number {
  return index.readUInt32LE(start + PLAIN) + index.readUInt32LE(start + PLAIN + 4);
}

/** @throws {RangeError} for an entry that is cut off. */
function widthAt(index: Buffer, start: number): number {
  const width = hasBody(index, start) ? WITH_BODY : PLAIN;
  if (start + width > index.length) throw new RangeError('an entry is cut off');
  return width;
}

function entryOf(digest: string, { code, body }: Found): Entry {
  const head = Buffer.from(digest + String.fromCharCode(body ? code | HAS_BODY : code), 'latin1');
  return body ? { head, body: { bytes: body, check: checkOf(body) } } : { head };
}

function checkOf(body: Buffer): Buffer {
  return digestOf(body).subarray(0, CHECK);
}

/** Records of the last entries for which there is room. */
function recordsOf(entries: readonly Entry[]): Records {
  let size = 0;
  let first = entries.length;
  while (first > 0 && entries.length - first < MOST.entries) {
    size += entries[first - 1]?.body?.bytes.length ?? 0;
    if (size > MOST.bytes) break;
    first--;
  }
  const parts: Buffer[] = [];
  const bodies: Buffer[] = [];
  let offset = 0;
  for (const { head, body } of entries.slice(first)) {
    parts.push(head);
    if (!body) continue;
    const place = Buffer.alloc(8);
    place.writeUInt32LE(offset, 0);
    place.writeUInt32LE(body.bytes.length, 4);
    parts.push(place, body.check);
    bodies.push(body.bytes);
    offset += body.bytes.length;
  }
  const all = Buffer.concat(bodies);
  return new Records(Buffer.concat(parts), (start, length) => all.subarray(start, start + length));
}
