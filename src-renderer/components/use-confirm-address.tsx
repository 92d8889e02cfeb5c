/** Asks before an address leaves the app: the whole address is shown, then the system's browser opens it. */
import { Button, Modal } from '@mantine/core';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { call } from '../api.ts';
import { ErrorBox } from './error-box.tsx';
import classes from './use-confirm-address.module.css';

const ConfirmAddress = createContext<(url: string) => void>(() => undefined);

/** A function that asks whether to open an address; nothing is opened without the user's word. */
export function useConfirmAddress(): (url: string) => void {
  return useContext(ConfirmAddress);
}

/** Holds the question; mounted once by the shell. */
export function ConfirmAddressProvider({ children }: { readonly children: ReactNode }) {
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setUrl(null);
    setError(null);
  };
  const open = async () => {
    if (url === null) return;
    try {
      await call('openAddress', { url });
      close();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <ConfirmAddress.Provider value={setUrl}>
      {children}
      <Modal
        opened={url !== null}
        onClose={close}
        title="Open this address in your browser?"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <p className={classes.address}>{url}</p>
        <p className={classes.note}>Your browser makes the connection. Cairn makes none.</p>
        {error === null ? null : <ErrorBox error={error} />}
        <div className={classes.acts}>
          <Button variant="subtle" color="gray" onClick={close}>
            Keep it closed
          </Button>
          <Button variant="filled" onClick={() => void open()} data-autofocus>
            Open address
          </Button>
        </div>
      </Modal>
    </ConfirmAddress.Provider>
  );
}
