// @ts-check
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { handbookIntegration } from './src/handbook.integration.ts';

const { address } = parse(readFileSync(new URL('./content/handbook.yml', import.meta.url), 'utf8'));

/** What nearly every widget needs, and what all that keep something need: two files, and not six that zip badly. */
const codeSplitting = {
  groups: [
    { name: 'base', test: /\/src\/islands\/(find|fill-in|near)\.ts$|preload-helper/ },
    { name: 'keep', test: /\/src\/islands\/(keep|desk)\.ts$/ },
  ],
};

export default defineConfig({
  site: address,
  trailingSlash: 'always',
  // Style goes along in the page: one request less before the first words, and it zips together with the page.
  // Four pages at a time: waiting for a disk takes longer than drawing, and the outcome is the same to the byte.
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 4 },
  scopedStyleStrategy: 'class',
  vite: {
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
  },
  // Pages that say what they are made of (`cacheKey`) are drawn again only when that changed.
  experimental: { incrementalBuild: true },
  devToolbar: { enabled: false },
  // Highlighting writes inline styles, which the content security policy forbids.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  integrations: [handbookIntegration()],
});
