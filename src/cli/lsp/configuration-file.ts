import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readConfiguration } from '../../house/read.ts';
import { HOUSE_SCHEMA } from '../../house/schema.ts';
import type { Schema } from '../../house/schema-types.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createSource } from '../../text/index.ts';
import { CONFIGURATION_SCHEMA } from '../config/config-resolver.ts';
import { loadHouse } from '../config/house.ts';
import { Invalid } from '../exit.ts';
import { FileError } from '../files/error.ts';
import type { DocumentKind } from './document.ts';
import type { CheckedText, Notes } from './notes.ts';

/** The schema of a document, if it is a configuration. */
export function schemaOf(kind: DocumentKind): Schema | undefined {
  return kind === 'copydesk.yaml' ? CONFIGURATION_SCHEMA : kind === 'house.yaml' ? HOUSE_SCHEMA : undefined;
}

/**
 * The problems of a `copydesk.yaml` or a `house.yaml`. The schema is checked while the file changes. What depends on other
 * files, such as a house that it extends, is checked once the file is saved, because a run reads the saved file.
 */
export async function checkConfiguration(
  kind: DocumentKind,
  path: string,
  text: string,
  notes: Notes,
): Promise<CheckedText> {
  const source = createSource(path, text);
  const schema = schemaOf(kind);
  if (!schema) return { source, findings: [] };
  const { diagnostics } = readConfiguration(source, schema, kind === 'house.yaml' ? 'the house' : 'the configuration');
  if (diagnostics.length > 0 || !isSaved(path, text)) return { source, findings: diagnostics };
  const folder = dirname(path);
  const found = kind === 'house.yaml' ? await houseProblems(folder) : await notes.problemsOf(join(folder, 'note.md'));
  // A file that this one names has its own document.
  return { source, findings: found.filter((one) => one.source.text === source.text) };
}

async function houseProblems(folder: string): Promise<readonly Diagnostic[]> {
  try {
    await loadHouse(resolve(folder), folder, 'check');
    return [];
  } catch (error) {
    if (error instanceof Invalid) return error.diagnostics;
    // A file of the house that cannot be read is no problem of this text.
    if (error instanceof FileError) return [];
    throw error;
  }
}

function isSaved(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}
