/** A section of rows that are written in place: those there are, those begun, and an invitation where there is none. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { HangingSection } from '../../../../ui/pane.tsx';
import { AddButton } from '../../add-button.tsx';
import { usePendingRows } from '../../pending-rows.ts';
import { type RequestedForm, useRequestedForm } from '../../use-requested-form.ts';
import type { SectionProps } from '../use-accomplishment.ts';

interface Identified {
  readonly id?: string | undefined;
}

/** What one row is given. */
export interface RowProps<Row> extends Pick<SectionProps, 'change' | 'act'> {
  readonly row: Row;
  readonly id: string;
  readonly isNew: boolean;
  readonly onClosed: () => void;
  /** Where what is typed is kept until it is saved. */
  readonly keepKey: string;
}

interface RowSectionProps<Row extends Identified> extends SectionProps {
  readonly label: string;
  /** Of one row, in the middle of a sentence. */
  readonly noun: string;
  readonly invitation: string;
  readonly rows: readonly Row[];
  readonly blank: (id: string) => Row;
  /** The form that another screen may ask for. */
  readonly asked?: RequestedForm;
  /** Lays the rows out. */
  readonly layout: (rows: ReactNode) => ReactNode;
  readonly row: (props: RowProps<Row>) => ReactNode;
}

export function RowSection<Row extends Identified>(props: RowSectionProps<Row>) {
  const { label, noun, invitation, blank, asked, layout, row: Item, accomplishment, change, act } = props;
  const { rows, begin, drop } = usePendingRows(props.rows, blank);
  useRequestedForm(asked, begin);
  return (
    <HangingSection label={label} action={<AddButton label={`Add ${noun}`} onClick={begin} />}>
      {rows.length === 0 ? (
        <UnstyledButton className="cn-small cn-quiet cn-hover cn-invite" onClick={begin}>
          {invitation}
        </UnstyledButton>
      ) : (
        layout(
          rows.map(({ row, id, isNew }) => (
            <Item
              key={id}
              row={row}
              id={id}
              isNew={isNew}
              change={change}
              act={act}
              onClosed={() => drop(id)}
              keepKey={`accomplishment:${accomplishment.id}:${noun}:${id}`}
            />
          )),
        )
      )}
    </HangingSection>
  );
}
