import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readHandbook } from './compile/handbook.ts';
import { toAdviceText, toText } from './compile/report.ts';
import { narrowPolicies } from './policy.ts';
import { writeSearchIndex } from './search/index-site.ts';
import { compressSite } from './compress.ts';
import { shortClasses } from './short-classes.ts';

/** The handbook in Astro's own hooks, and nothing else: fresh content while writing, search and compression after a build. */
export function handbookIntegration(): AstroIntegration {
  return {
    name: 'onderstroom',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [shortClasses()] } });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const content = path.resolve('content') + path.sep;
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (!path.resolve(file).startsWith(content)) return;
          const changed = path.relative(path.resolve(), file).replaceAll(path.sep, '/');
          void readHandbook().then(async ({ problems, advice }) => {
            const [first] = problems;
            // Advice about the text somebody is writing; the noes in it are for when it is done.
            const here = advice.filter((each) => each.file === changed && each.name !== 'open-no');
            if (here.length > 0) logger.warn(toAdviceText(here));
            if (!first) return refreshContent?.({});
            logger.error(toText(problems));
            server.ws.send({
              type: 'error',
              err: {
                message: toText(problems),
                stack: '',
                loc: { file: first.file, line: first.line, column: first.column },
              },
            });
          });
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await narrowPolicies(folder);
        // The index is made by a program of its own, which takes the other half of the machine.
        const indexing = writeSearchIndex(folder);
        await Promise.all([
          indexing,
          compressSite(folder, path.resolve('.cache', 'packed'), indexing),
        ]);
        const { pages, voices } = await indexing;
        logger.info(`search index over ${String(pages)} pages and ${String(voices)} voices`);
      },
    },
  };
}
