import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOwn, writeCacheFile } from '../files/cache-folder.ts';
import { codeOf } from '../files/error.ts';

/*
 * The file: MAGIC, the digest of all that follows, then records, the oldest first. A record is DIGEST bytes that say what
 * was looked at and one that says what was found.
 */
const MAGIC = Buffer.from('copydesk-format1');
const RECORD = 16;
const DIGEST = RECORD - 1;
const HEADER = MAGIC.length + RECORD;
const MOST = 100_000;

/** The start of the SHA-256 of text or bytes, as long as a record has room for. */
export function digestOf(data: Uint8Array | string): Buffer {
  return process.getBuiltinModule('node:crypto').hash('sha256', data, 'buffer').subarray(0, DIGEST);
}

/**
 * The records of a file. They stay bytes and are found through a table of their first four bytes, because a Set of a
 * hundred thousand strings costs more than formatting the notes of most runs.
 */
export class Records {
  readonly #bytes: Buffer;
  /** A hash table by the first bytes of a digest. An entry is the number of a record, or -1. */
  readonly #table: Int32Array;

  /** @param bytes whole records. */
  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#bytes = bytes;
    const { length } = this;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * length + 1))).fill(-1);
    const mask = this.#table.length - 1;
    for (let record = 0; record < length; record++) {
      let slot = bytes.readInt32LE(record * RECORD) & mask;
      while (this.#table[slot] !== -1) slot = (slot + 1) & mask;
      this.#table[slot] = record;
    }
  }

  get length(): number {
    return this.#bytes.length / RECORD;
  }

  /** What was found about a digest. */
  get(digest: Buffer): number | undefined {
    const mask = this.#table.length - 1;
    for (let slot = digest.readInt32LE() & mask; ; slot = (slot + 1) & mask) {
      const record = this.#table[slot] ?? -1;
      if (record === -1) return undefined;
      const start = record * RECORD;
      if (this.#bytes.compare(digest, 0, DIGEST, start, start + DIGEST) === 0) return this.#bytes[start + DIGEST];
    }
  }

  /** These records followed by others, without repeats; the oldest are dropped if there are too many. */
  with(added: ReadonlyMap<string, number>): Records {
    const kept: Buffer[] = [];
    for (let start = 0; start < this.#bytes.length; start += RECORD) {
      const record = this.#bytes.subarray(start, start + RECORD);
      if (!added.has(record.toString('latin1', 0, DIGEST))) kept.push(record);
    }
    for (const [digest, found] of added) kept.push(Buffer.from(digest + String.fromCharCode(found), 'latin1'));
    return new Records(Buffer.concat(kept.slice(-MOST)));
  }

  /** Writes the file whole or not at all. Never throws. */
  write(path: string): void {
    writeCacheFile(path, Buffer.concat([MAGIC, checksum(this.#bytes), this.#bytes]));
  }
}

/** The records of a file: empty if there is no file yet, undefined if it cannot be read or belongs to another user. */
export function readRecords(path: string): Records | 'damaged' | undefined {
  let bytes: Buffer;
  try {
    if (!isOwn(dirname(path))) return undefined;
    bytes = readFileSync(path);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? new Records() : undefined;
  }
  const body = bytes.subarray(HEADER);
  const isWhole = bytes.length >= HEADER && body.length % RECORD === 0;
  if (!isWhole || !bytes.subarray(0, HEADER).equals(Buffer.concat([MAGIC, checksum(body)]))) return 'damaged';
  return new Records(body);
}

function checksum(body: Buffer): Buffer {
  return Buffer.concat([digestOf(body), Buffer.alloc(1)]);
}
