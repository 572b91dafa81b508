import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { newsArticle } from '../../../src/write/html/json-ld.ts';
import { article, house } from '../fixtures.ts';
import { generatedArticle } from '../ninjs/generated.ts';
import { english } from './stories.ts';

/* The processor of the JSON-LD specification reads the metadata as triples, and the vocabulary of schema.org judges them. */

interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly isLiteral: boolean;
}

const SCHEMA = 'https://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

function triplesOf(quads: unknown): readonly Triple[] {
  return (quads as { subject: Term; predicate: Term; object: Term }[]).map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
    isLiteral: object.termType === 'Literal',
  }));
}

interface Term {
  readonly termType: string;
  readonly value: string;
}

const file = createRequire(import.meta.url)
  .resolve('@vocabulary/schema/package.json')
  .replace(/package\.json$/, 'schema.nq');
const vocabulary = new Map<string, Set<string>>();
// To schema.org, http and https are the same.
for (const line of readFileSync(file, 'utf8').replaceAll('<http://schema.org/', `<${SCHEMA}`).split('\n')) {
  const [, subject = '', predicate = '', object = ''] = /^<([^>]*)> <([^>]*)> <([^>]*)>/.exec(line) ?? [];
  const key = `${subject} ${predicate}`;
  vocabulary.set(key, (vocabulary.get(key) ?? new Set()).add(object));
}
const said = (subject: string, predicate: string): ReadonlySet<string> =>
  vocabulary.get(`${subject} ${predicate}`) ?? new Set();

/** A class with all that it is a kind of. */
function kindsOf(name: string): readonly string[] {
  return [name, ...[...said(name, SUBCLASS)].flatMap(kindsOf)];
}

const LITERALS = ['Text', 'URL', 'Date', 'DateTime'].map((name) => SCHEMA + name);

/** What the vocabulary does not allow in some triples. */
function faultsOf(triples: readonly Triple[]): readonly string[] {
  const types = new Map(
    triples.filter(({ predicate }) => predicate === TYPE).map(({ subject, object }) => [subject, object]),
  );
  return triples.flatMap(({ subject, predicate, object, isLiteral }) => {
    if (predicate === TYPE) return said(object, TYPE).size > 0 ? [] : [`no class ${object}`];
    const [domain, range] = ['domainIncludes', 'rangeIncludes'].map((name) => said(predicate, SCHEMA + name));
    const owner = types.get(subject);
    if (!domain || !range || domain.size === 0) return [`no property ${predicate}`];
    if (owner === undefined || !kindsOf(owner).some((kind) => domain.has(kind)))
      return [`${owner} has no ${predicate}`];
    const kinds = isLiteral ? LITERALS : [...said(object, TYPE), types.get(object) ?? ''].flatMap(kindsOf);
    return kinds.some((kind) => range.has(kind)) ? [] : [`${predicate} is not ${object}`];
  });
}

/** The triples of a story. Safe mode refuses whatever the processor would drop. */
async function read(data: object): Promise<readonly Triple[]> {
  const context = { '@context': { '@vocab': SCHEMA, digitalSourceType: { '@type': '@vocab' } } };
  const documentLoader = (url: string) => {
    expect(url).toBe('https://schema.org');
    return Promise.resolve({ documentUrl: url, document: context });
  };
  // The types of the processor do not have the option.
  const options = { documentLoader, safe: true };
  return triplesOf(await jsonld.toRDF(data, options));
}

async function expectValid(story: Article): Promise<readonly Triple[]> {
  const triples = await read(JSON.parse(JSON.stringify(newsArticle(story, house()))));
  expect(faultsOf(triples)).toEqual([]);
  return triples;
}

test('the smallest and the largest story are triples of schema.org', async () => {
  await expectValid(article({}));
  const triples = await expectValid(english);
  const properties = triples.map(({ predicate }) => predicate.replace(SCHEMA, ''));
  for (const name of ['articleBody', 'hasPart', 'citation', 'correction', 'digitalSourceType', 'dateModified', 'image'])
    expect(properties).toContain(name);
});

test('so is every generated story', async () => {
  await fc.assert(
    fc.asyncProperty(generatedArticle, async (story) => {
      await expectValid(story);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [{ '@type': 'NewsStory' }, 'no class https://schema.org/NewsStory'],
  [{ '@type': 'NewsArticle', headlines: 'A' }, 'no property https://schema.org/headlines'],
  [{ '@type': 'Person', headline: 'A' }, 'https://schema.org/Person has no https://schema.org/headline'],
  [{ '@type': 'NewsArticle', author: { '@type': 'ImageObject' } }, 'https://schema.org/author is not _:b1'],
])('it finds what is wrong in %j', async (data, fault) => {
  expect(faultsOf(await read({ '@context': 'https://schema.org', ...data }))).toContain(fault);
});
