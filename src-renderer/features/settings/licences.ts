/** What the app carries of others, with its licence. */

export interface Licence {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

/** All of them, as the build found them in the app; rejects outside a built app. */
export async function readLicences(): Promise<readonly Licence[]> {
  const written = new URL('licences.js', document.baseURI).href;
  return ((await import(/* @vite-ignore */ written)) as { default: readonly Licence[] }).default;
}
