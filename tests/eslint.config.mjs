// @ts-check
import path from 'node:path';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that a tool reads by its default export. */
const configs = ['astro.config.mjs', 'tests/*.config.{mjs,ts}'];
const inAstro = ['**/*.astro', '**/*.astro/*.ts'];

export default defineConfig(
  globalIgnores(['dist/', '.build/', '.astro/', '.cache/', 'content/', 'public/', '**/fixtures/']),
  {
    name: 'onderstroom/typescript',
    files: ['**/*.ts'],
    ignores: inAstro,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: path.resolve(import.meta.dirname, '..'),
      },
    },
    rules: {
      // A number in a sentence reads as a number; String() around it says nothing more.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An interface cannot be passed where Astro asks for an index signature; which of the two is the author's choice.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // The strictest tsconfig asks for env['NAME'] where the key is not declared; this rule asks for env.NAME.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    name: 'onderstroom/plain-javascript',
    files: ['**/*.mjs'],
    // Without types: these files run before anything is installed, or set up a tool. `@ts-check` has read them.
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
  },
  {
    name: 'onderstroom/astro',
    files: inAstro,
    // Without types: to ESLint another component is `any`. `astro check` reads the types of these files.
    extends: [
      tseslint.configs.strict,
      tseslint.configs.stylistic,
      astro.configs.recommended,
      astro.configs['jsx-a11y-strict'],
    ],
  },
  {
    name: 'onderstroom/manners',
    files: ['**/*.ts', '**/*.mjs', ...inAstro],
    rules: { eqeqeq: 'error' },
  },
  {
    name: 'onderstroom/named-exports',
    files: ['**/*.ts', '**/*.mjs'],
    ignores: configs,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name; a default export is only for tools that ask for it.',
        },
      ],
    },
  },
);
