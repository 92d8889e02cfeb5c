/** One line under the title: which step of which ladder it is, and where it was read from. */
import { Anchor } from '@mantine/core';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { longDateText, partialDateText } from '../../../shared/domain/date-text.ts';
import { useConfirmAddress } from '../../components/use-confirm-address.tsx';

/** “ML platform family, level 3 of 5”; what is not known is not said. */
export function stepText(role: Pick<RoleSpec, 'id' | 'family' | 'levelCode' | 'levelOrder' | 'ladder'>): string {
  const of = role.ladder.filter((step) => step.id !== role.id).length + 1;
  const family = role.family === undefined || role.family === '' ? '' : `${role.family} family`;
  const order = role.levelOrder;
  let level = '';
  if (order !== undefined && of > 1 && order <= of) level = `level ${order} of ${of}`;
  else if (role.levelCode !== undefined && role.levelCode !== '') level = `level ${role.levelCode}`;
  const text = [family, level].filter(Boolean).join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function RoleOrigin({ role }: { readonly role: RoleSpec }) {
  const confirmAddress = useConfirmAddress();
  const { pack, source } = role;
  const url = source?.url ?? null;
  return (
    <>
      {stepText(role)}
      {role.effectiveOn !== undefined && ` Effective ${partialDateText(role.effectiveOn)}.`}
      {pack !== null && ` From the pack ${pack.name} ${pack.version} by ${pack.author}, ${pack.licence}.`}
      {pack === null && source !== null && (
        <>
          {' Read from '}
          {url === null ? (
            source.name
          ) : (
            <Anchor
              component="button"
              type="button"
              className="cn-link"
              fz="inherit"
              title={url}
              onClick={() => confirmAddress(url)}
            >
              {source.name}
            </Anchor>
          )}
          {` on ${longDateText(source.importedAt)}.`}
        </>
      )}
    </>
  );
}
