/** The page's one way to an address: main shows it whole in its own dialog and opens it if the person agrees. */
import { call } from '../../api.ts';

const refusedEvent = 'cairn:address-refused';

/** Asks main to open an address; when main refuses it, whoever listens hears why. */
export function openAddress(url: string): void {
  call('openAddress', { url }).catch((refusal: unknown) => {
    const message = refusal instanceof Error ? refusal.message : 'The address was not opened.';
    window.dispatchEvent(new CustomEvent(refusedEvent, { detail: message }));
  });
}

/** Hears why an address was refused; answers how to stop. */
export function onAddressRefused(listener: (message: string) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<string>).detail);
  window.addEventListener(refusedEvent, hear);
  return () => window.removeEventListener(refusedEvent, hear);
}
