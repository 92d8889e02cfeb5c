/** One line under the title: which step of which ladder it is, and where it was read from. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { longDateText, partialDateText } from '../../../shared/domain/dates/date-text.ts';
import { openAddress } from '../text/open-address.ts';

type Stepped = Pick<RoleSpec, 'id' | 'levelCode' | 'levelLabel' | 'levelOrder' | 'ladder'>;

/** “Senior (L3), level 3 of 5”; what is not known is not said. */
export function levelWords(role: Stepped): string {
  const of = role.ladder.filter((step) => step.id !== role.id).length + 1;
  const { levelOrder: order, levelCode: code = '', levelLabel: label = '' } = role;
  const named = label !== '' && code !== '' && label !== code ? `${label} (${code})` : label || code;
  if (order !== undefined && of > 1 && order <= of) {
    return [named, `level ${order} of ${of}`].filter(Boolean).join(', ');
  }
  if (named === '' && order !== undefined) return `level ${order}`;
  return label === '' && code !== '' ? `level ${code}` : named;
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export function RoleOrigin({ role }: { readonly role: RoleSpec }) {
  const { pack, source } = role;
  const url = source?.url ?? null;
  const family = role.family ?? '';
  const level = levelWords(role);
  const hasLadder = role.ladderSpec !== null || role.ladder.some((step) => step.id !== role.id);
  return (
    <>
      {family !== '' &&
        (hasLadder ? (
          <Anchor component={Link} className="cn-link" fz="inherit" to={`/ladders/${role.ladderSpec?.id ?? role.id}`}>
            {family}
          </Anchor>
        ) : (
          family
        ))}
      {family !== '' && (level === '' ? '.' : ', ')}
      {level !== '' && `${family === '' ? capitalised(level) : level}.`}
      {role.effectiveOn !== undefined && ` Effective ${partialDateText(role.effectiveOn)}.`}
      {pack !== null && ` From the pack ${pack.name}, version ${pack.version}.`}
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
              onClick={() => openAddress(url)}
            >
              {source.name}
            </Anchor>
          )}
          {` on ${longDateText(source.importedAt)}.`}
        </>
      )}
      {pack === null && source === null && ' Your own.'}
    </>
  );
}
