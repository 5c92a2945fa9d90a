import type { Page } from '../discussion/asked.ts';

/** A built page with what was sent and what came of it put in it; for now, the page as it is. */
export const fillPage: (html: string, page: Page) => string = (html) => html;
