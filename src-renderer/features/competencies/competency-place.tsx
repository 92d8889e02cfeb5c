/** Where one competency stands: beneath which other, and which stand beneath it. */
import { Button, Flex, UnstyledButton } from '@mantine/core';
import type { CompetencyUse } from '../../../shared/api/competency.ts';
import { useCommand } from '../../api.ts';
import { CompetencyPicker } from '../../parts/competency/competency-picker.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import classes from './competency-panel.module.css';
import { PanelSection } from './panel-section.tsx';

interface CompetencyPlaceProps {
  readonly use: CompetencyUse;
  readonly onOpen: (id: string) => void;
}

export function CompetencyPlace({ use, onOpen }: CompetencyPlaceProps) {
  const place = useCommand('placeCompetency');
  const { parent, children } = use;
  return (
    <PanelSection title="Stands under">
      {parent !== null && (
        <Flex className="cn-small" align="flex-start" gap="sm" mih={28} py="xs">
          <UnstyledButton className={classes.link} onClick={() => onOpen(parent.id)}>
            {parent.name}
          </UnstyledButton>
          <Button
            flex="none"
            ms="auto"
            variant="subtle"
            color="gray"
            aria-label={`Take ${use.name} out from under ${parent.name}`}
            onClick={() => place.mutate({ id: use.id, parentId: null })}
          >
            Take out
          </Button>
        </Flex>
      )}
      <CompetencyPicker
        label={`Competency that ${use.name} stands under`}
        placeholder={parent === null ? 'None. Name the one above it' : 'Place under another'}
        exclude={[use.id, ...children.map((child) => child.id), ...(parent === null ? [] : [parent.id])]}
        onPick={({ id }) => place.mutateAsync({ id: use.id, parentId: id })}
      />
      {place.error !== null && <ErrorBox error={place.error} />}
      {children.length > 0 && (
        <>
          <p className={classes.beneath}>
            {children.length === 1 ? '1 stands beneath it' : `${children.length} stand beneath it`}
          </p>
          <Flex component="ul" wrap="wrap" gap="0 0.875rem">
            {children.map((child) => (
              <li key={child.id}>
                <UnstyledButton className={classes.link} onClick={() => onOpen(child.id)}>
                  {child.name}
                </UnstyledButton>
              </li>
            ))}
          </Flex>
        </>
      )}
    </PanelSection>
  );
}
