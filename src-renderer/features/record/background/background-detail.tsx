/** One employer, position, project or the like: its fields edited where they stand. */
import { ActionIcon, Button, Flex, Select, Switch } from '@mantine/core';
import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Background, BackgroundKind } from '../../../../shared/api/record.ts';
import { answerKey, call, queryClient } from '../../../api.ts';
import { type Change, patchOf, useChanges } from '../../../parts/saving/use-changes.ts';
import { DateField } from '../../../parts/text/date-field.tsx';
import { EditableText } from '../../../parts/text/editable-text.tsx';
import { openAddress } from '../../../parts/text/open-address.ts';
import { HangingSection, Page, PageHead } from '../../../ui/pane.tsx';
import classes from './background-detail.module.css';
import { blankValues, type Field, type FieldValues, kinds, toItem, valuesOf } from './background-fields.ts';
import { namePositions } from './position-names.ts';

interface BackgroundDetailProps {
  readonly background: Background;
  readonly kind: BackgroundKind;
  /** Null for a new one: the first field that is saved makes it. */
  readonly id: string | null;
  /** The employer a new position is under. */
  readonly employerId: string | null;
  readonly onMade: (id: string) => void;
  readonly onBin: () => void;
}

const merge = (now: FieldValues, patch: FieldValues): FieldValues => ({ ...now, ...patch });

export function BackgroundDetail({ background, kind, id, employerId, onMade, onBin }: BackgroundDetailProps) {
  const info = kinds[kind];
  const [, navigate] = useLocation();
  const [error, setError] = useState<string | null>(null);
  const madeId = useRef(id);
  const blank: FieldValues = {
    ...blankValues(kind),
    ...(kind === 'position' && employerId !== null ? { employerId } : {}),
  };
  const stored = (id === null ? null : valuesOf(background, kind, id)) ?? blank;

  /** Stores some fields on top of what main has by now: the window may show what is older. */
  const send = async (change: Change<FieldValues, FieldValues>): Promise<void> => {
    const now = madeId.current === null ? null : valuesOf(await call('getBackground', {}), kind, madeId.current);
    const item = toItem(kind, { ...(now ?? blank), ...patchOf(change, now ?? blank) });
    const made = madeId.current === null ? await call('addBackgroundItem', { item }) : null;
    if (madeId.current !== null) await call('changeBackgroundItem', { id: madeId.current, item });
    madeId.current ??= made?.id ?? null;
    await queryClient.refetchQueries({ queryKey: answerKey('getBackground', {}) });
    if (made !== null) onMade(made.id);
  };
  const { shown, change: save } = useChanges({ id: id ?? 'new', data: stored, merge, send });
  const values = shown ?? stored;
  const set = (patch: FieldValues) => {
    setError(null);
    save(patch).catch((refusal: unknown) =>
      setError(refusal instanceof Error ? refusal.message : 'Not saved. Try again.'),
    );
  };
  const text = (name: string): string => String(values[name] ?? '');
  const date = (name: string): string | null => (typeof values[name] === 'string' ? String(values[name]) : null);
  const keepKey = (name: string) => (id === null ? undefined : `${kind}:${id}:${name}`);
  return (
    <Page>
      <PageHead
        kind={info.name}
        title={
          <EditableText
            serif
            label={info.titlePlaceholder}
            value={text(info.title)}
            placeholder={info.titlePlaceholder}
            startOpen={id === null}
            keepKey={keepKey(info.title)}
            onSave={(next) => save({ [info.title]: next.trim() })}
          />
        }
        actions={
          id === null ? undefined : (
            <>
              {kind === 'position' ? (
                <Button variant="subtle" color="gray" onClick={() => navigate(`/record?position=${id}`)}>
                  Its accomplishments
                </Button>
              ) : null}
              <ActionIcon aria-label="Move to the bin" onClick={onBin}>
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </>
          )
        }
      />
      {info.hasPeriod ? (
        <HangingSection label="Dates">
          <Flex align="flex-start" wrap="wrap" gap="0.625rem 0.75rem">
            <DateField
              label="Start"
              width={144}
              value={date('startedOn')}
              onSave={(next) => save({ startedOn: next })}
            />
            <DateField
              label="End"
              width={144}
              value={date('endedOn')}
              disabled={values.isCurrent === true}
              placeholder={values.isCurrent === true ? 'now' : 'Sep 2026'}
              onSave={(next) => save({ endedOn: next })}
            />
            {kind === 'position' ? (
              <Switch
                mt={28}
                label="Until now"
                checked={values.isCurrent === true}
                error={error}
                onChange={(event) =>
                  set({
                    isCurrent: event.currentTarget.checked,
                    ...(event.currentTarget.checked ? { endedOn: null } : {}),
                  })
                }
              />
            ) : null}
          </Flex>
        </HangingSection>
      ) : null}
      {info.fields.map((field) => (
        <HangingSection key={field.name} label={field.label}>
          {fieldOf(field)}
        </HangingSection>
      ))}
    </Page>
  );

  function fieldOf(field: Field): ReactNode {
    if (field.kind === 'date') {
      return (
        <DateField
          hideLabel
          label={field.label}
          value={date(field.name)}
          placeholder={field.placeholder}
          onSave={(next) => save({ [field.name]: next })}
        />
      );
    }
    if (field.kind === 'position' || field.kind === 'employer') {
      const data =
        field.kind === 'position'
          ? namePositions(background).map((one) => ({
              value: one.id,
              label: one.span === '' ? one.label : `${one.label}, ${one.span}`,
            }))
          : background.employers.map((one) => ({ value: one.id, label: one.name || 'Untitled employer' }));
      return (
        <Select
          aria-label={field.label}
          w={320}
          maw="100%"
          searchable
          selectFirstOptionOnChange
          clearable={field.kind === 'position'}
          placeholder={field.placeholder}
          value={date(field.name)}
          data={data}
          onChange={(next) => set({ [field.name]: field.kind === 'employer' ? (next ?? '') : next })}
        />
      );
    }
    return (
      <div className={classes.text}>
        <EditableText
          multiline={field.kind === 'prose'}
          serif={field.kind === 'prose'}
          label={field.label}
          value={text(field.name)}
          placeholder={field.placeholder}
          keepKey={keepKey(field.name)}
          onSave={(next) => save({ [field.name]: next.trim() })}
        />
        {field.kind === 'address' ? <OpenAddress url={text(field.name)} /> : null}
      </div>
    );
  }
}

/** Opens a web address after asking; nothing for what is none. */
export function OpenAddress({ url }: { readonly url: string }) {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return null;
  return (
    <ActionIcon size={24} aria-label={`Open ${url}`} onClick={() => openAddress(url)}>
      <IconExternalLink size={16} stroke={1.6} />
    </ActionIcon>
  );
}
