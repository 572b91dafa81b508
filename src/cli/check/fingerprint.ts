import type { Diagnostic } from '../../model/diagnostic.ts';
import { lineAt, positionAt } from '../../text/index.ts';

/**
 * Identifies a finding from one run to the next by its rule and its line, without whitespace and line number. Two equal
 * findings in one note share a fingerprint.
 */
export function fingerprint({ rule, source, span }: Diagnostic): string {
  const line = lineAt(source, positionAt(source, span.start).line).replace(/\s+/g, ' ').trim();
  return sha256(`${rule}\0${line}`).slice(0, 32);
}

/** A unique fingerprint for each finding of a note. Equal ones get a number. */
export function uniqueFingerprints(path: string, findings: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = fingerprint(finding);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return sha256(`${path}\0${key}\0${count}`).slice(0, 40);
  });
}

function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', text);
}
