import { defineConfig } from 'vitest/config';
import { housesVitePlugin } from './esbuild.config.mjs';

const plugins = [housesVitePlugin];

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/{browser,hooks,fuzz,install}/**'] },
      },
    ],
  },
});
