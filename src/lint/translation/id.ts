import type { Note } from '../../model/note.ts';

/** Returns the `id` among fields. */
export function idOf(fields: readonly Pick<Note['fields'][number], 'name' | 'value'>[]): string | undefined {
  const value = fields.find(({ name }) => name === 'id')?.value;
  return value?.kind === 'scalar' ? value.value?.trim() || undefined : undefined;
}
