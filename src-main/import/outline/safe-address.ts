/** Addresses in foreign documents: only those a person may be offered to open. */

const protocols = new Set(['http:', 'https:', 'mailto:']);

/** The address in its plain form when it is absolute and http, https or mailto; otherwise undefined. Never throws. */
export function safeAddress(address: unknown): string | undefined {
  if (typeof address !== 'string' || address.length > 2_000) return undefined;
  try {
    const url = new URL(address.trim());
    return protocols.has(url.protocol) && url.href.length <= 2_000 && url.username === '' && url.password === ''
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}
