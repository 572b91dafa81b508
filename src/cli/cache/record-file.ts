import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOwn, writeCacheFile } from '../files/cache-folder.ts';
import { codeOf } from '../files/error.ts';
import { DIGEST, digestOf, Records } from './records.ts';

/* The file: MAGIC, the length of the index, the digest of that length and the index, the index, the bodies. */
const MAGIC = Buffer.from('copydesk-cache-2');
const LENGTH = 4;
const HEADER = MAGIC.length + LENGTH + DIGEST;

/** A file that is open, so that the bodies that nobody asks for are not read. */
export interface RecordFile {
  readonly records: Records;
  close(): void;
}

const NOTHING: RecordFile = { records: new Records(), close: () => {} };

/**
 * Opens a file: without records if there is none yet. Undefined if it cannot be read or if others can write it. The caller
 * closes it.
 */
export function openRecords(path: string): RecordFile | 'damaged' | undefined {
  let file: number | undefined;
  try {
    if (!isOwn(dirname(path)) || !isOwn(path) || !lstatSync(path).isFile()) return undefined;
    file = openSync(path, 'r');
    const records = recordsIn(file);
    if (records) return { records, close: closer(file) };
    closeSync(file);
    return 'damaged';
  } catch (error) {
    if (file !== undefined) closeSync(file);
    return codeOf(error) === 'ENOENT' ? NOTHING : undefined;
  }
}

function recordsIn(file: number): Records | undefined {
  const head = read(file, 0, HEADER);
  const { size } = fstatSync(file);
  if (!head?.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const length = head.subarray(MAGIC.length, MAGIC.length + LENGTH);
  const start = HEADER + length.readUInt32LE();
  const index = start <= size ? read(file, HEADER, start - HEADER) : undefined;
  if (!index || !head.subarray(MAGIC.length + LENGTH).equals(digestOf(Buffer.concat([length, index]))))
    return undefined;
  try {
    const records = new Records(index, (from, count) => read(file, start + from, count));
    return start + records.bodyLength === size ? records : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Undefined if the file ends before, and if the disk fails. */
function read(file: number, start: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  try {
    return readSync(file, bytes, 0, length, start) === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function closer(file: number): () => void {
  let isOpen = true;
  return () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
}

/** Writes a file whole or not at all. Never throws. @param records those of no open file. */
export function writeRecords(path: string, { index, readBody, bodyLength }: Records): void {
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(index.length);
  const checksum = digestOf(Buffer.concat([length, index]));
  const bodies = readBody(0, bodyLength) ?? Buffer.alloc(0);
  writeCacheFile(path, Buffer.concat([MAGIC, length, checksum, index, bodies]));
}
