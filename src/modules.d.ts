/** Made at build from the folders of `templates/`: see `esbuild.config.mjs`. */
declare module 'copydesk:houses' {
  export const houses: Record<string, { data: unknown; templates: Record<string, object> }>;
}

/** The part of Handlebars that runs precompiled templates; its own declaration says nothing of what it exports. */
declare module 'handlebars/runtime.js' {
  const runtime: Pick<typeof import('handlebars'), 'template' | 'SafeString' | 'Exception'>;
  export default runtime;
}
