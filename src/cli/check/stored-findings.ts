import { type Diagnostic, type Fix, SEVERITIES } from '../../model/diagnostic.ts';
import type { Edit, Source, Span } from '../../text/index.ts';

/** A finding without the note. */
type StoredFinding = Omit<Diagnostic, 'source'>;

/** The findings of one note as JSON, without the note. */
export function storedFindings(findings: readonly Diagnostic[]): Buffer {
  return Buffer.from(JSON.stringify(findings.map(({ source: _, ...finding }): StoredFinding => finding)));
}

/** Reads what `storedFindings` returned. Undefined for anything else, and for findings of another text. */
export function findingsIn(stored: Buffer, source: Source): readonly Diagnostic[] | undefined {
  const data = parsed(stored);
  if (!Array.isArray(data)) return undefined;
  const { length } = source.text;
  const findings = data.filter((one): one is StoredFinding => isFinding(one, length));
  return findings.length === data.length ? findings.map((finding) => ({ ...finding, source })) : undefined;
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString());
  } catch {
    return undefined;
  }
}

type Unknown<Type> = { readonly [Key in keyof Type]?: unknown };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** @param length that of the text. */
function isFinding(value: unknown, length: number): boolean {
  if (!isRecord(value)) return false;
  const { rule, severity, message, advice, meant, part, span, locations, fix }: Unknown<StoredFinding> = value;
  return (
    [rule, message].every((text) => typeof text === 'string') &&
    [advice, meant, part].every((text) => text === undefined || typeof text === 'string') &&
    SEVERITIES.some((one) => one === severity) &&
    isSpan(span, length) &&
    (locations === undefined || (Array.isArray(locations) && locations.every((one) => isSpan(one, length)))) &&
    (fix === undefined || isFix(fix, length))
  );
}

function isFix(value: unknown, length: number): boolean {
  if (!isRecord(value)) return false;
  const { edits, isSafe, isRename, isLink, isConversion }: Unknown<Fix> = value;
  return (
    typeof isSafe === 'boolean' &&
    [isRename, isLink, isConversion].every((kind) => kind === undefined || kind === true) &&
    Array.isArray(edits) &&
    edits.every((edit) => isEdit(edit, length))
  );
}

function isEdit(value: unknown, length: number): boolean {
  if (!isRecord(value)) return false;
  const { span, text }: Unknown<Edit> = value;
  return typeof text === 'string' && isSpan(span, length);
}

function isSpan(value: unknown, length: number): boolean {
  if (!isRecord(value)) return false;
  const { start, end }: Unknown<Span> = value;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  return 0 <= Number(start) && Number(start) <= Number(end) && Number(end) <= length;
}
