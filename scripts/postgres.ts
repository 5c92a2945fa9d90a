import { hasPostgres } from '../tests/discussion/postgres-server.ts';
import { listAptWays, succeeds } from './apt.ts';

/**
 * Makes sure there is a PostgreSQL to test with where that can be done without asking anybody.
 * Where it cannot, the test of that store fails and says what to install.
 */
export async function ensurePostgres(root: string): Promise<void> {
  if (hasPostgres()) return;
  for (const way of await listAptWays(root, 'postgresql')) {
    console.log(`No PostgreSQL found. Getting one: ${way.title} …`);
    if ((await succeeds(way.install)) && hasPostgres()) return;
  }
}
