import type { Format } from './format.ts';

/** The Article itself, as `docs/article.schema.json` describes it. */
export const json: Format<'json'> = {
  name: 'json',
  extensions: ['.json'],
  printsAll: true,
  hasTemplate: false,
  write: (article) => `${JSON.stringify(article, null, 2)}\n`,
};
