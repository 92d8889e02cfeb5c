/** What `app://cairn/…` answers: a file of a list made at start, with the policy of the page; nothing outside it can be named. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Styles may be inline because the interface kit sets them so; scripts may not, nor come from anywhere else. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-src 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Every file below a folder, by its path as a page would name it. */
export function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${file.slice(folder.length + 1).replaceAll('\\', '/')}`, file);
  }
  return files;
}

/** The answer to one address: a listed file of our own host, else 404. */
export async function answer(address: string, files: ReadonlyMap<string, string>): Promise<Response> {
  const url = new URL(address);
  const file = url.host === 'cairn' ? files.get(url.pathname === '/' ? '/index.html' : url.pathname) : undefined;
  const type = file ? types[extname(file)] : undefined;
  if (!file || !type) return new Response('Not found', { status: 404, headers });
  const bytes = await readFile(file);
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': type } });
}
