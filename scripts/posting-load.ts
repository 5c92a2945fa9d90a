import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  posts: number;
}

/** Posts contributions for so many seconds over so many connections, each as soon as the one before is answered. */
export async function post(port: number, connections: number, seconds: number): Promise<Load> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => keepPosting(port, until, times)));
  const took = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), posts: times.length };
}

/** A connection of our own: a general client would take more of the machine than the server does. */
function keepPosting(port: number, until: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let begun = 0;
    let received = '';
    const next = () => {
      begun = performance.now();
      if (begun >= until) {
        socket.end(resolve);
        return;
      }
      socket.write(toRequest());
    };
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('data', (part) => {
      received += part.toString('latin1');
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length < head + 4 + length) return;
      if (!/^HTTP\/1\.1 (201|303)/.test(received)) {
        reject(new Error(`Not kept: ${received.slice(0, 300)}`));
        return;
      }
      received = '';
      times.push(performance.now() - begun);
      next();
    });
  });
}

/** What a reader might well send: two paragraphs, a link, an address, a need. */
const words = [
  'Bij ons ging dat <b>anders</b>. De leverancier zei in de check-in dat er “te weinig” tijd was & te veel haast.',
  'Zie ook <a href="https://voorbeeld.nl/?a=1&b=2">dit verslag</a>. Toen 1 < 2 bleek, was het <em>te laat</em>.',
].join('\r\n\r\n');

const fields = new URLSearchParams({
  ...{ subject: 'cases/sla#check-in', language: 'nl', stance: 'counterargument', words },
  ...{ needs: 'Een half uur meer voor de check-in.', role: 'reader', email: 'sanne@voorbeeld.nl' },
  on: 'Iedereen zegt iets.',
}).toString();

function toRequest(): string {
  const body = `${fields}&key=${randomUUID()}`;
  return [
    'POST /reageren/ HTTP/1.1',
    'Host: localhost',
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}
