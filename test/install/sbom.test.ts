import { execFileSync } from 'node:child_process';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, inject, test } from 'vitest';

/* The software bill of materials names every package in the bundles. */
const textOf = (name: string) =>
  execFileSync('tar', ['xfO', inject('tarball'), `package/dist/${name}`], { encoding: 'utf8' });
const text = textOf('sbom.cdx.json');
const bom: Bom = JSON.parse(text);

interface Bom {
  readonly components: readonly {
    name: string;
    group?: string;
    version?: string;
    purl?: string;
    licenses?: unknown[];
  }[];
  readonly dependencies: readonly { ref: string; dependsOn?: readonly string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
}

test('is valid CycloneDX 1.6', async () => {
  expect(await new Validation.JsonStrictValidator(Spec.Spec1dot6.version).validate(text)).toBeNull();
});

test('names the packages whose licenses are printed, each with its license', () => {
  const printed = textOf('THIRD-PARTY-LICENSES.txt')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .flatMap((license) => /^(.+?) \([^\n]*\)\n/.exec(license)?.[1] ?? []);
  const named = bom.components.map(({ group, name, version }) =>
    [[group, name].filter(Boolean).join('/'), version].filter(Boolean).join(' '),
  );
  expect(named.sort()).toEqual(printed.sort());
  expect(named.length).toBeGreaterThan(20);
  expect(bom.components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
});

test('says that the program depends on all of them', () => {
  const [own] = bom.dependencies.filter(({ ref }) => ref === bom.metadata.component['bom-ref']);
  expect(own?.dependsOn).toHaveLength(bom.components.length);
});

test('has nothing that differs from build to build', () => {
  expect(text).not.toMatch(/"(?:timestamp|serialNumber)"/);
});
