import { z } from 'zod';
import { translationFields } from './translation.ts';

/** The frontmatter of a page such as about, privacy or moderation. */
export const PageFrontmatter = z.strictObject({
  title: z.string().min(3).max(80).describe('The heading.'),
  summary: z
    .string()
    .min(20)
    .max(260)
    .describe('What the page tells, for search engines and lists.'),
  updated: z.iso.date().describe('The day of the last change.'),
  ...translationFields,
});
export type PageFrontmatter = z.infer<typeof PageFrontmatter>;

/** The frontmatter of a help page: one for each problem the build can find. The file name is the problem's name. */
export const HelpFrontmatter = z.strictObject({
  title: z.string().min(3).max(100).describe('The problem in a few plain words.'),
  ...translationFields,
});
export type HelpFrontmatter = z.infer<typeof HelpFrontmatter>;
