// Sends one HTTP request to a server on this machine, on its own connection.

import { request } from 'node:http';

export type Response =
  | { readonly kind: 'responded'; readonly status: number; readonly body: string }
  | { readonly kind: 'no response' }
  | { readonly kind: 'waiting' };

const bodyLimit = 1024 * 1024;

/** Sends a request without a body; the path is sent as it is. A connection that breaks counts as no response. */
export function sendRequest(
  port: number,
  { method, path }: { readonly method: string; readonly path: string },
  timeoutMs: number,
): Promise<Response> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, method, path, agent: false, headers: { connection: 'close' } };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= bodyLimit) chunks.push(chunk);
      });
      response.on('error', () => settle({ kind: 'no response' }));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        settle({ kind: 'responded', status: response.statusCode ?? 0, body });
      });
    });
    const settle = (result: Response) => {
      clearTimeout(timer);
      sent.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => settle({ kind: 'waiting' }), timeoutMs);
    sent.on('error', () => settle({ kind: 'no response' }));
    sent.end();
  });
}
