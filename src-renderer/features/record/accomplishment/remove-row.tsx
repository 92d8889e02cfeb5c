/** Takes a row out of its section; the focus then goes to the section's plus, since the row is gone. */
import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';

interface TakeOutProps {
  readonly label: string;
  readonly onTakeOut: () => Promise<unknown>;
  /** Told what main refused. */
  readonly act: (saving: Promise<unknown>) => void;
}

export function RemoveRow({ label, onTakeOut, act }: TakeOutProps) {
  const takeOut = (event: MouseEvent<HTMLButtonElement>) => {
    const section = event.currentTarget.closest('section');
    act(onTakeOut().then(() => section?.querySelector<HTMLElement>('[data-add]')?.focus()));
  };
  return (
    <Button variant="subtle" color="gray" onClick={takeOut}>
      {label}
    </Button>
  );
}
