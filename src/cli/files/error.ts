/**
 * A file that could not be read or written, or an argument that matches no file. Thrown for I/O; returned as a value by
 * `findInputs`. The path is as the user gave it and not yet safe to print.
 */
export class FileError extends Error {
  readonly path: string;
  /** The system's code, or one of ours: see OWN_CODES. */
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

/**
 * - `ENOMATCH`: a folder without notes, or a pattern that nothing matches.
 * - `ECHANGED`: the file is no longer what was read.
 * - `EHARDLINK`: the file has more than one name.
 * - `EREADONLY`: the file's mode forbids writing.
 * - `ESTREAM`: a pipe or a device, where only a file will do.
 * - `ESHORT`: the system took fewer bytes than it was given.
 * - `EABANDONED`: the program is stopping.
 */
export const OWN_CODES = ['ENOMATCH', 'ECHANGED', 'EHARDLINK', 'EREADONLY', 'ESTREAM', 'ESHORT', 'EABANDONED'] as const;

/** Messages and advice for the system's error codes. */
const FAULTS: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ENOENT: ['no such file: {path}', 'Check the spelling of the path.'],
  EACCES: ['permission denied: {path}', 'Check who owns the file and its folder, and their modes.'],
  EPERM: ['operation not permitted: {path}', 'Check who owns the file and its folder, and whether it is locked.'],
  EROFS: ['read-only file system: {path}', 'Write to a folder on another disk.'],
  EISDIR: ['a folder, not a file: {path}', 'Name a file in it.'],
  ENOTDIR: [
    'a part of the path is a file, not a folder: {path}',
    'Check the path, or move the file that is in the way.',
  ],
  ENOSPC: ['no space left on the disk: {path}', 'Free some space and run again; the file is as it was.'],
  EDQUOT: ['disk quota exceeded: {path}', 'Free some space and run again; the file is as it was.'],
  EFBIG: ['file too large: {path}', 'Split it into smaller files.'],
  ENAMETOOLONG: ['name too long: {path}', 'Use a shorter name: most disks take 255 bytes.'],
  ELOOP: ['symbolic links that lead in a circle: {path}', 'Remove or repair one of them.'],
  EMFILE: ['too many open files: {path}', 'Raise the limit (`ulimit -n`) and run again.'],
  ENFILE: ['too many open files on this machine: {path}', 'Close other programs and run again.'],
  EBUSY: ['file in use: {path}', 'Close the program that uses it and run again.'],
  EIO: ['the disk failed: {path}', 'Check the disk before anything else.'],
};

/** The FileError of a code. */
export function fault(path: string, code: string, cause?: unknown): FileError {
  const [what, advice] = FAULTS[code] ?? [`${code}: {path}`, 'Check the path and the disk, and run again.'];
  return new FileError(
    path,
    code,
    what.replace('{path}', () => path),
    advice,
    cause,
  );
}

/** A FileError from whatever was thrown. A FileError is returned unchanged. */
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

/** The code of a system error (`ENOENT`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
