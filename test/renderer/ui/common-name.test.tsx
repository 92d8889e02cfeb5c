import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CommonName } from '../../../src-renderer/ui/figures/common-name.tsx';
import { show } from '../parts/fake-main.tsx';

test.each([
  ['Docker', 'Containers', 'Docker, in your library Containers'],
  [['Docker', 'Podman'], 'Containers', 'Docker, Podman, in your library Containers'],
  ['CONTAINERS', 'Containers', 'CONTAINERS'],
  ['Docker', null, 'Docker'],
] as const)('%j with the common name %j reads “%s”', (shown, commonName, read) => {
  show(
    <p>
      {[shown].flat().join(', ')}
      <CommonName shown={shown} commonName={commonName} />
    </p>,
  );
  expect(screen.getByRole('paragraph').textContent).toBe(read);
});
