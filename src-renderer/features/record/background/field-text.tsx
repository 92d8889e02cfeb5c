/** A text of the background, edited where it stands. */
import { ActionIcon } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { RecordField } from '../../../../shared/vocabulary/record-kinds.ts';
import { EditableText } from '../../../parts/text/editable-text.tsx';
import { openAddress } from '../../../parts/text/open-address.ts';
import classes from './field-text.module.css';

interface FieldTextProps {
  readonly field: Pick<RecordField, 'label' | 'kind' | 'placeholder'>;
  readonly value: string;
  readonly keepKey: string | undefined;
  readonly onSave: (text: string) => unknown;
}

/** An address can be opened from there too. */
export function FieldText({ field: { label, kind, placeholder }, value, keepKey, onSave }: FieldTextProps) {
  const isProse = kind === 'prose';
  return (
    <div className={classes.text}>
      <EditableText
        multiline={isProse}
        serif={isProse}
        label={label}
        value={value}
        placeholder={placeholder}
        keepKey={keepKey}
        onSave={(text) => onSave(text.trim())}
      />
      {kind === 'address' ? <OpenAddress url={value} /> : null}
    </div>
  );
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
