/**
 * A file that could not be read or written, or an argument that matches no file. Thrown for I/O; returned as a value by
 * `findInputs`. The path is as the user gave it, and may contain characters that are unsafe to print.
 */
export class FileError extends Error {
  readonly path: string;
  /**
   * The code of the system, or one of these:
   * - `ENOMATCH`: a folder without notes, or a pattern without matches.
   * - `ECHANGED`: the file has changed since it was read.
   * - `EHARDLINK`: the file has several hard links.
   * - `EREADONLY`: the file's mode forbids writing.
   * - `ESTREAM`: a pipe or a device in place of a file.
   * - `ESHORT`: the system wrote fewer bytes than it was given.
   * - `ELENGTH`: a text that the JavaScript engine cannot hold.
   * - `EABANDONED`: the program is stopping.
   */
  readonly code: string;
  readonly advice: string;

  constructor(path: string, code: string, message: string, advice: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'FileError';
    this.path = path;
    this.code = code;
    this.advice = advice;
  }
}

/** Messages and advice for the system's error codes. */
const FAULTS: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOENT: ["no such file '{path}'", 'Check the spelling of the path.'],
  EACCES: ["permission denied for '{path}'", 'Check who owns the file and its folder, and their modes.'],
  EPERM: ["operation not permitted on '{path}'", 'Check who owns the file and its folder, and whether it is locked.'],
  EROFS: ["'{path}' is on a read-only file system", 'Write to a folder on another disk.'],
  EISDIR: ["'{path}' is a folder, not a file", 'Name a file in it.'],
  ENOTDIR: ["a parent of '{path}' is a file, not a folder", 'Check the path, or move that file.'],
  ENOSPC: ["no space left on the disk for '{path}'", 'Free some space and run again. The file is unchanged.'],
  EDQUOT: ["disk quota exceeded for '{path}'", 'Free some space and run again. The file is unchanged.'],
  EFBIG: ["file '{path}' is too large", 'Split it into smaller files.'],
  ENAMETOOLONG: ["name too long: '{path}'", 'Use a name of at most 255 bytes.'],
  ELOOP: ["circular symbolic links at '{path}'", 'Remove or correct one of them.'],
  EMFILE: ["too many open files to read '{path}'", 'Raise the limit (`ulimit -n`) and run again.'],
  ENFILE: ["too many open files on this machine to read '{path}'", 'Close other programs and run again.'],
  EBUSY: ["file '{path}' is in use", 'Close the program that uses it and run again.'],
  EIO: ["disk error at '{path}'", 'Check the disk.'],
};

/** A FileError with the message and advice for a system code. */
export function fault(path: string, code: string, cause?: unknown): FileError {
  const [what, advice] = FAULTS[code] ?? [`${code} at '{path}'`, 'Check the path and the disk, and run again.'];
  return new FileError(
    path,
    code,
    what.replace('{path}', () => path),
    advice,
    cause,
  );
}

/** Converts any error. Returns a FileError unchanged. */
export function fileError(path: string, error: unknown): FileError {
  return error instanceof FileError ? error : fault(path, codeOf(error) ?? 'EUNKNOWN', error);
}

/** A FileError from an unforeseen system error; undefined for any other error, which is a bug. */
export function systemError(error: unknown): FileError | undefined {
  if (!(error instanceof Error && 'syscall' in error && codeOf(error) !== undefined)) return undefined;
  if (error.syscall === 'uv_cwd') {
    const advice = 'Change to an existing folder, and run again.';
    return new FileError('.', 'ENOENT', 'the current folder no longer exists', advice, error);
  }
  return fileError('path' in error && typeof error.path === 'string' ? error.path : String(error.syscall), error);
}

/** A FileError if the JavaScript engine refuses to make a text of more than half a gigabyte; undefined for any other error. */
export function lengthError(path: string, error: unknown): FileError | undefined {
  if (!(error instanceof RangeError && error.message === 'Invalid string length')) return undefined;
  const of = path === '' ? 'the output' : `the output of '${path}'`;
  return new FileError(path, 'ELENGTH', `${of} would be larger than 512 MB`, 'Split it into smaller parts.', error);
}

/** The numbers of EDQUOT on Linux and macOS. Node has no name for it. */
const QUOTA: readonly unknown[] = [-122, -69];

/** The code of a system error (`ENOENT`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'errno' in error && QUOTA.includes(error.errno)) return 'EDQUOT';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
