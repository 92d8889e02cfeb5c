/** The record of accomplishments: the list at the left, the one that is open beside it. */
import { Box } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { useCommand } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { Page, Panes } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { AccomplishmentDetail } from './accomplishment/accomplishment-detail.tsx';
import { RecordList } from './record-list.tsx';

export function RecordScreen() {
  const { id = null } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const binAccomplishments = useCommand('binAccomplishments');
  const [error, setError] = useState<unknown>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  useTrail('Accomplishments');

  const search = useSearch();
  const open = useCallback(
    (next: string | null, isInPlace = false) =>
      // The filters stay as they are.
      navigate(`/record${next === null ? '' : `/${next}`}${search === '' ? '' : `?${search}`}`, { replace: isInPlace }),
    [navigate, search],
  );
  const { mutate } = binAccomplishments;
  const bin = useCallback(
    (ids: readonly string[], next: string | null) => {
      setError(null);
      const onSuccess = () => {
        if (id !== null && ids.includes(id)) open(next);
      };
      mutate({ ids: [...ids] }, { onError: setError, onSuccess });
    },
    [mutate, id, open],
  );
  const binOpen = useCallback((openedId: string) => bin([openedId], null), [bin]);
  useActions<'record'>({ 'bin-accomplishment': id === null ? null : () => binOpen(id) });
  return (
    <Panes
      list={<RecordList openId={id} onOpen={open} onBin={bin} binError={error} onEmpty={setIsEmpty} />}
      listLabel="Accomplishments"
      detail={
        id === null ? (
          <Page>
            {isEmpty ? null : (
              <Box component="p" className="cn-small cn-quiet" pt="sm">
                Choose an accomplishment to read and edit it here.
              </Box>
            )}
          </Page>
        ) : (
          <AccomplishmentDetail key={id} id={id} onBin={binOpen} />
        )
      }
      showDetail={id !== null}
      onBack={() => open(null)}
    />
  );
}
