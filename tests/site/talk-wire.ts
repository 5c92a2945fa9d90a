import { createServer, request as ask } from 'node:http';
import path from 'node:path';
import { createSite } from '../../src/server.ts';

/** What lies between a browser and a site, and what can go wrong there. */
export interface Wire {
  address: string;
  /**
   * `open`: everything goes through; `down`: nobody is there; `lost`: what is sent arrives and its answer does not;
   * `silent`: what is sent is taken and never answered; `files`: the site is served as files only.
   */
  state: 'open' | 'down' | 'lost' | 'silent' | 'files';
  /** How often something was sent over it. */
  sent: number;
  close: () => Promise<void>;
}

/** A wire to a site. */
export async function startWire(site: string): Promise<Wire> {
  const files = createSite({ dir: path.resolve(import.meta.dirname, '../../dist') });
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const isSent = method === 'POST';
    if (isSent) wire.sent += 1;
    if (wire.state === 'down') {
      response.destroy();
      return;
    }
    if (isSent && wire.state === 'silent') return;
    if (wire.state === 'files') {
      files(request, response);
      return;
    }
    const isLost = isSent && wire.state === 'lost';
    const onward = ask(new URL(url ?? '/', site), { method, headers }, (answer) => {
      if (isLost) {
        answer.resume().on('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const wire: Wire = {
    address: `http://127.0.0.1:${String(typeof bound === 'object' ? bound?.port : 0)}`,
    state: 'open',
    sent: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return wire;
}
