import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { Lexer } from 'marked';
import { expect, it } from 'vitest';
import examples from './commonmark-0.31.2.json' with { type: 'json' };

const root = new URL('../../../', import.meta.url);
const { lazyMarked, markedPlugin } = await import(new URL('esbuild.plugins.mjs', root).href);
const source = readFileSync(new URL('node_modules/marked/lib/marked.esm.js', root), 'utf8');

/** marked as the bundle has it. */
async function bundled(): Promise<typeof import('marked')> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from 'marked'", resolveDir: fileURLToPath(root) },
    bundle: true,
    format: 'cjs',
    minify: true,
    target: 'node20',
    write: false,
    plugins: [markedPlugin()],
  });
  const module = { exports: {} as typeof import('marked') };
  new Function('module', 'exports', outputFiles[0]?.text ?? '')(module, module.exports);
  return module.exports;
}

it('gives the same tokens and the same HTML as marked', async () => {
  const lazy = await bundled();
  for (const { markdown } of examples) {
    expect(JSON.stringify(lazy.Lexer.lex(markdown))).toBe(JSON.stringify(Lexer.lex(markdown)));
  }
});

it('gives the same tokens for any text, of ASCII and typography or not', async () => {
  const lazy = await bundled();
  const plain = [
    '*',
    '**',
    '_',
    '__',
    '~~',
    'a',
    'b ',
    ' ',
    '.',
    '“',
    '”',
    '’',
    '–',
    '—',
    '…',
    '·',
    '(',
    ')',
    '$',
    '+',
    '\n',
    '`',
    '[x](y)',
    '!',
  ];
  const text = (pieces: readonly string[]) =>
    fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));
  const documents = fc.oneof(text(plain), text([...plain, '家', '，', 'é', '🚀', '\u00a0', '€', '。']));
  fc.assert(
    fc.property(documents, (markdown) => {
      expect(JSON.stringify(lazy.Lexer.lex(markdown))).toBe(JSON.stringify(Lexer.lex(markdown)));
    }),
    { numRuns: Number(process.env.RUNS ?? 5000) },
  );
});

it('builds the same regular expressions', async () => {
  const { Lexer: LazyLexer } = await bundled();
  const flavours = (rules: typeof Lexer.rules) => Object.entries({ ...rules.block, ...rules.inline });
  const lazy = new Map(flavours(LazyLexer.rules));
  let compared = 0;
  for (const [flavour, rules] of flavours(Lexer.rules)) {
    for (const [name, rule] of Object.entries(rules)) {
      const other = (lazy.get(flavour) as Record<string, RegExp> | undefined)?.[name];
      if (!(rule instanceof RegExp)) continue;
      // `new RegExp('/').source` is `\/`, which means the same
      expect(new RegExp(other?.source ?? '', other?.flags).source.replaceAll('\\/', '/')).toBe(
        rule.source.replaceAll('\\/', '/'),
      );
      expect(other?.flags).toBe(rule.flags);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(60);
});

it('fails the build when marked has changed', () => {
  expect(() => lazyMarked('')).toThrow('expected one getRegex to make lazy, found 0');
  expect(() => lazyMarked(source + source)).toThrow('found 2');
  expect(lazyMarked(source)).toContain('new LazyRegExp(');
});
