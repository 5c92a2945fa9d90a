import { test } from '@playwright/test';
import { makeDiscussionSite } from './discussion-site.ts';

test('a site is built from a store with a discussion in it', async () => {
  test.setTimeout(300_000);
  await makeDiscussionSite();
});
