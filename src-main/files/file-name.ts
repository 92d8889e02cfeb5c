/** Names of files that are made for the user. */

/** `Nadia-Okafor-Platform-roles-2026-11-21.pdf`: letters, figures and hyphens of any script, nothing a file system refuses. */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) =>
      part
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter(Boolean)
    .join('-')
    .slice(0, 120);
  return `${name || 'Cairn'}.${extension}`;
}
