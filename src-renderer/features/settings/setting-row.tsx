/** One setting: its name at the left, what it does, and the control at the right. */
import { Box, Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './setting-row.module.css';

interface SettingRowProps {
  readonly label: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
  /** Puts back what Cairn came with; left out while it is that. */
  readonly reset?: (() => void) | undefined;
}

export function SettingRow({ label, title, text, children, reset }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className="cn-small cn-quiet">{label}</div>
      <div>
        <div className="cn-breaks cn-strong">{title}</div>
        {text === undefined ? null : (
          <Box className="cn-small cn-quiet cn-pretty" maw={544}>
            {text}
          </Box>
        )}
      </div>
      <div className={classes.control}>
        {reset === undefined ? null : (
          <Button variant="subtle" color="gray" aria-label={`Reset: ${label}`} onClick={reset}>
            Reset
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}

interface ChoiceRowProps<Value extends string> extends Omit<SettingRowProps, 'children'> {
  readonly value: Value;
  readonly choices: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => unknown;
}

/** A setting of a few choices, all of them in view. */
export function ChoiceRow<Value extends string>({ value, choices, onChange, ...row }: ChoiceRowProps<Value>) {
  const data = (Object.keys(choices) as Value[]).map((choice) => ({ value: choice, label: choices[choice] }));
  return (
    <SettingRow {...row}>
      <SegmentedControl aria-label={row.label} value={value} data={data} onChange={onChange} />
    </SettingRow>
  );
}

/** The title of a page of settings. */
export function SettingsTitle({ children }: { readonly children: ReactNode }) {
  return <h1 className={classes.heading}>{children}</h1>;
}
