/** Shows or hides the source beside its draft. */
import { Button } from '@mantine/core';

interface SourceSwitchProps {
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

export function SourceSwitch({ isShown, onShow }: SourceSwitchProps) {
  return (
    <Button variant="subtle" color="gray" aria-pressed={isShown} onClick={() => onShow(!isShown)}>
      {isShown ? 'Hide the source' : 'Show the source'}
    </Button>
  );
}
