import { createServer } from 'node:http';
import process from 'node:process';
import { createDiscussion } from '../src/discussion/http.ts';
import { newContributionId, newFormKey } from '../src/discussion/reference-code.ts';
import { openSqliteStore } from '../src/discussion/stores/sqlite.ts';
import { createTickets } from '../src/discussion/ticket.ts';
import { send, toAsked } from '../src/discussion/wire.ts';
import { DiscussionSettings } from '../src/model/discussion-settings.ts';
import { createYardstick } from './posting-yardstick.ts';

/**
 * The least server that takes in contributions, on a free port of this machine: the discussion, a store in SQLite and
 * nothing else. With `empty` it reads what is sent and keeps nothing, to tell the cost of the wire alone; with `bare` it is
 * the yardstick.
 */
const [, , file = '', mode = ''] = process.argv;
const store = await openSqliteStore(file);
const now = () => new Date();
const yardstick = mode === 'bare' ? createYardstick(`${file}.bare`) : undefined;
let lines = 0;
const ask = createDiscussion({
  store,
  settings: DiscussionSettings.parse({}),
  find: (subject) => ({ subject, passage: { digest: 'a1b2c3', text: 'Iedereen zegt iets.' } }),
  origins: ['http://localhost'],
  tickets: createTickets({ secret: new Uint8Array(32).fill(1), now }),
  now,
  newId: () => newContributionId(now()),
  newKey: newFormKey,
  // Written as a real server would, to where nobody reads it.
  log: (line) => (lines += JSON.stringify(line).length),
});

const server = createServer((request, response) => {
  const answer = async () => {
    if (yardstick) {
      await yardstick.answer(request, response);
      return;
    }
    const asked = await toAsked(request);
    const given =
      mode === 'empty'
        ? { kind: 'json' as const, status: 201, headers: {}, body: {} }
        : await ask(asked);
    if (given === undefined || given.kind === 'page') throw new Error(`Not kept: ${asked.path}`);
    send(response, given);
  };
  answer().catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', () => {
  server.closeAllConnections();
  server.close(() => {
    yardstick?.close();
    void store.close().then(() => {
      process.disconnect();
    });
  });
});
