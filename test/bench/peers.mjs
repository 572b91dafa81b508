import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The style of the house's page, so that every peer prints as many bytes around a story as copydesk does. */
function style() {
  const file = join(import.meta.dirname, '..', '..', 'templates', 'abab', 'style.html.hbs');
  return readFileSync(file, 'utf8').replace(/\{\{[#/]if.*?\}\}\n|\{\{!--[\s\S]*?--\}\}\n?/g, '');
}

/** The version that a program gives of itself, or undefined where it is not installed. */
export function versionOf(program, argument, pattern) {
  const { status, stdout } = spawnSync(program, [argument], { encoding: 'utf8' });
  return status === 0 ? pattern.exec(stdout)?.[1] : undefined;
}

export const pandocVersion = () => versionOf('pandoc', '--version', /^pandoc\S* (\S+)/);
export const hugoVersion = () => versionOf('hugo', 'version', /v(\d+\.\d+\.\d+)/);

/** Writes a template for Pandoc that prints what the house's page holds; returns the arguments that use it. */
export function pandocArguments(temporary) {
  const template = join(temporary, 'post.html');
  writeFileSync(
    template,
    `<!doctype html>
<html lang="$lang$">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$headline$</title>
<meta property="og:title" content="$headline$">
$if(date)$<meta property="article:published_time" content="$date$">$endif$
<style>
${style().replaceAll('$', '$$')}</style>
</head>
<body>
<main>
<article>
<header>
<h1>$headline$</h1>
$if(byline)$<p class="signature">$byline$ $date$</p>$endif$
</header>
$body$
<p class="source">Source: <cite>$source$</cite></p>
</article>
</main>
</body>
</html>
`,
  );
  // Notes are CommonMark with GFM, which Pandoc reads faster than its own dialect.
  return ['--from', 'gfm+yaml_metadata_block', '--to', 'html', '--template', template];
}

const HUGO = `baseURL = "https://example.com/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
uglyURLs = true
`;

/** Writes a site for Hugo whose one layout prints what the house's page holds. */
export function writeHugoSite(folder) {
  const layouts = join(folder, 'layouts', '_default');
  mkdirSync(layouts, { recursive: true });
  writeFileSync(join(folder, 'config.toml'), HUGO);
  writeFileSync(
    join(layouts, 'single.html'),
    `<!doctype html>
<html lang="{{ .Params.lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Params.headline }}</title>
<meta property="og:title" content="{{ .Params.headline }}">
<meta property="og:description" content="{{ .Summary | plainify }}">
<meta property="article:published_time" content="{{ .Params.date }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Params.headline "articleBody" .Plain "datePublished" .Params.date | jsonify | safeJS }}</script>
<style>
${style()}</style>
</head>
<body>
<main>
<article>
<header>
<h1>{{ .Params.headline }}</h1>
<p class="signature">{{ .Params.byline }} {{ .Params.date }}</p>
</header>
{{ .Content }}
<p class="source">Source: <cite>{{ .Params.source }}</cite></p>
</article>
</main>
</body>
</html>
`,
  );
}
